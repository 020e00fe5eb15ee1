package cash.tuppence.ledger;

import java.util.concurrent.CompletableFuture;

/** One thread a node that drains what is queued into one database transaction after the other. */
public final class Stage implements AutoCloseable {
    CompletableFuture<Outcome> submit(Posting posting) {
        throw new UnsupportedOperationException(posting.toString());
    }

    @Override
    public void close() {}
}
