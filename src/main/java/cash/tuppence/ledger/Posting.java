package cash.tuppence.ledger;

import java.util.List;

/**
 * A request that cash moves, as it is queued.
 *
 * @param operation the same one finds the first outcome again
 * @param attachments what must become true together with it, at most one of a kind
 */
public record Posting(OperationId operation, Movement movement, List<Attachment> attachments) {
    public Posting {
        attachments = List.copyOf(attachments);
    }

    public static Posting of(OperationId operation, Movement movement, Attachment... attachments) {
        return new Posting(operation, movement, List.of(attachments));
    }
}
