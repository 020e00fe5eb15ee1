package cash.tuppence.web.limit;

import cash.tuppence.core.Times;
import cash.tuppence.db.Transactions;
import cash.tuppence.web.guard.Signer;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Buckets that all nodes share: each is a row, changed by compare-and-set. Bucket4j does the counting; its own modules
 * for databases bring statements and connections of their own, which would stand beside ours. See docs/decisions/032.
 */
public final class SharedBuckets {
    private static final int MOST_AT_ONCE = 5_000;

    private final Transactions transactions;
    private final Signer names;
    private final InstantSource clock;
    private final Rows rows;

    /**
     * @param secretKey the server's {@code secret-key}: with it alone can one tell whose a bucket is
     */
    public SharedBuckets(Transactions transactions, byte[] secretKey, InstantSource clock) {
        this.transactions = transactions;
        this.names = new Signer(secretKey, "rate limits");
        this.clock = clock;
        this.rows = new Rows(ClientSideConfig.getDefault().withClientClock(new Nanos(clock)));
    }

    /** Whether anything was counted there of late; asking writes nothing. */
    public boolean isKnown(String name) {
        return find(names.sign(name)).isPresent();
    }

    public Bucket bucket(String name, BucketConfiguration limit) {
        return rows.builder().build(names.sign(name), () -> limit);
    }

    /** Removes some of the buckets that are full again; says whether there may be more. */
    public boolean sweep() {
        Instant now = Times.now(clock);
        int removed = transactions.run(
                session -> session.getMapper(BucketMapper.class).deleteFull(now, MOST_AT_ONCE));
        return removed == MOST_AT_ONCE;
    }

    private Optional<byte[]> find(String id) {
        return transactions
                .read(session -> session.getMapper(BucketMapper.class).byId(id))
                .map(BucketRow::state);
    }

    private boolean swap(String id, Optional<byte[]> before, byte[] state, Instant fullAt) {
        return transactions.run(session -> {
                    BucketMapper mapper = session.getMapper(BucketMapper.class);
                    return before.isPresent()
                            ? mapper.swap(id, before.get(), state, fullAt)
                            : mapper.insert(id, state, fullAt);
                })
                == 1;
    }

    private final class Rows extends AbstractCompareAndSwapBasedProxyManager<String> {
        Rows(ClientSideConfig config) {
            super(config);
        }

        @Override
        protected CompareAndSwapOperation beginCompareAndSwapOperation(String id) {
            return new Swap(id);
        }

        @Override
        protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void removeProxy(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected CompletableFuture<Void> removeAsync(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isAsyncModeSupported() {
            return false;
        }
    }

    /** The time for it is our pool's and our driver's, so what the caller allows is not looked at. */
    private final class Swap implements CompareAndSwapOperation {
        private final String id;

        Swap(String id) {
            this.id = id;
        }

        @Override
        public Optional<byte[]> getStateData(Optional<Long> timeoutNanos) {
            return find(id);
        }

        @Override
        public boolean compareAndSwap(
                byte[] before, byte[] state, RemoteBucketState bucket, Optional<Long> timeoutNanos) {
            Instant now = Times.now(clock);
            Instant fullAt = now.plusNanos(bucket.calculateFullRefillingTime(Nanos.of(now)));
            return swap(id, Optional.ofNullable(before), state, fullAt);
        }
    }
}
