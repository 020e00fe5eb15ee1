package cash.tuppence.ledger.stage;

import cash.tuppence.ledger.Outcome;
import cash.tuppence.ledger.Posting;
import java.util.concurrent.CompletableFuture;

/**
 * A posting on its way through the stage.
 *
 * @param key tells its own row in {@code operations} from a twin's, when the answer to a commit was lost
 * @param deadlineNanos in {@link System#nanoTime} terms: past it nobody waits for the answer any more
 */
record Queued(Posting posting, long key, byte[] fingerprint, long deadlineNanos, CompletableFuture<Outcome> answer) {
    boolean isLate(long nowNanos) {
        return nowNanos - deadlineNanos > 0;
    }
}
