package cash.tuppence.app.load;

/** There is nothing to measure: the message says to a person why. */
public final class CannotLoad extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotLoad(String message) {
        super(message);
    }
}
