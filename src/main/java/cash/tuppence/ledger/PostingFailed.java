package cash.tuppence.ledger;

/**
 * A posting that could not be decided for a reason nobody expected: a defect, or a database that stayed away past the
 * posting's deadline. Sending it again under its operation id is safe and tells what became of it.
 */
public final class PostingFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PostingFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
