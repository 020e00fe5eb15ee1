package cash.tuppence.app;

/** Why the program cannot do what it was started for, in one line fit for the person at the terminal. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotStart(String line) {
        super(line);
    }

    public CannotStart(String line, Throwable cause) {
        super(line, cause);
    }
}
