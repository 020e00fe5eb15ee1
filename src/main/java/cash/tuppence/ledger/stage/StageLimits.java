package cash.tuppence.ledger.stage;

import java.time.Duration;

/**
 * The posting stage's bounds.
 *
 * @param mostInBatch postings in one database transaction
 * @param mostQueued postings that may wait; past it callers are told to come back later
 * @param deadline how long a posting is tried, where the database is away or its rows are locked
 */
public record StageLimits(int mostInBatch, int mostQueued, Duration deadline) {
    private static final Duration USUAL_DEADLINE = Duration.ofSeconds(30);

    /** As measured best: larger batches gain little and make each wait longer. */
    public static final StageLimits DEFAULT = new StageLimits(1_000, 20_000);

    public StageLimits(int mostInBatch, int mostQueued) {
        this(mostInBatch, mostQueued, USUAL_DEADLINE);
    }
}
