package cash.tuppence.ledger;

import cash.tuppence.core.Futures;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import java.util.concurrent.CompletableFuture;

/** Where features hand in what is to move. */
public interface Ledger extends AutoCloseable {
    /**
     * Queues a posting. The future completes after the commit, or fails with {@link PostingFailed}.
     *
     * @throws IllegalStateException inside an open transaction, which would wait for itself
     * @throws Refusal {@link Reason#OVERLOADED} where the queue is full; nothing was done
     */
    CompletableFuture<Outcome> submit(Posting posting);

    /** As {@link #submit}, and waits for the outcome. */
    default Outcome post(Posting posting) {
        return Futures.await(submit(posting));
    }

    /** Takes nothing more, and returns when all that was queued is decided. */
    @Override
    void close();
}
