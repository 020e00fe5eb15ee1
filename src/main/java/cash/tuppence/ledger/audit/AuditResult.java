package cash.tuppence.ledger.audit;

import java.time.Instant;

/**
 * What the last audit of that scope found.
 *
 * @param entries how many it read
 * @param violations 0 where all claims hold
 * @param report the claims that do not hold, and some of the rows; empty where all do
 */
public record AuditResult(
        Extent scope, Instant startedAt, Instant finishedAt, long entries, long violations, String report) {

    /** How much of the ledger was read. */
    public enum Extent {
        WHOLE,
        /** From the verified point on. */
        SINCE
    }
}
