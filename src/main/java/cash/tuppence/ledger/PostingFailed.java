package cash.tuppence.ledger;

/**
 * A posting that could not be decided for a reason nobody expected: a defect, or a database that stayed away past the
 * posting's deadline. Sending it again under its operation id is safe and tells what became of it.
 */
public final class PostingFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean away;

    private PostingFailed(String message, boolean away, Throwable cause) {
        super(message, cause);
        this.away = away;
    }

    /** A defect: trying it again will not cure it. */
    public PostingFailed(String message, Throwable cause) {
        this(message, false, cause);
    }

    /** The database could not be reached, or not for long enough. */
    public static PostingFailed away(String message, Throwable cause) {
        return new PostingFailed(message, true, cause);
    }

    /** Whether another try may go through, once the database can be reached again. */
    public boolean isAway() {
        return away;
    }
}
