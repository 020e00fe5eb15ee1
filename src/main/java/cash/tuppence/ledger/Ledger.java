package cash.tuppence.ledger;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.db.Transactions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Where features hand in what is to move. */
public final class Ledger implements AutoCloseable {
    private final Stage stage;

    public Ledger(Stage stage) {
        this.stage = stage;
    }

    /**
     * Queues a posting. The future completes after the commit, or fails with {@link PostingFailed}.
     *
     * @throws IllegalStateException inside an open transaction, which would wait for itself
     * @throws Refusal {@link Reason#OVERLOADED} where the queue is full; nothing was done
     */
    public CompletableFuture<Outcome> submit(Posting posting) {
        if (Transactions.isOpen()) {
            throw new IllegalStateException("cash is queued outside of transactions, never inside one");
        }
        return stage.submit(posting);
    }

    /** As {@link #submit}, and waits for the outcome. */
    public Outcome post(Posting posting) {
        try {
            return submit(posting).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** Takes nothing more, and returns when all that was queued is decided. */
    @Override
    public void close() {
        stage.close();
    }
}
