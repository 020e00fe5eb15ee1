package cash.tuppence.ledger.stage;

/**
 * The posting stage's bounds.
 *
 * @param mostInBatch postings in one database transaction
 * @param mostQueued postings that may wait; past it callers are told to come back later
 */
public record StageLimits(int mostInBatch, int mostQueued) {
    /** As measured best: larger batches gain little and make each wait longer. */
    public static final StageLimits DEFAULT = new StageLimits(1_000, 20_000);
}
