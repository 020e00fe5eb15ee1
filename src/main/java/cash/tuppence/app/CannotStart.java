package cash.tuppence.app;

/** Why the program cannot do what it was started for, in one line fit for the person at the terminal. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Without a stack: the line says all. */
    public CannotStart(String line) {
        super(line, null, false, false);
    }

    public CannotStart(String line, Throwable cause) {
        super(line, cause);
    }
}
