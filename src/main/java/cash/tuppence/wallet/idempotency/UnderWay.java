package cash.tuppence.wallet.idempotency;

import cash.tuppence.core.Futures;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.web.json.Answer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The keys whose calls are under way on this node. A twin waits for the first one's answer, but not for long. Twins on
 * two nodes meet in the database: what they ask for has the same operation ids.
 */
final class UnderWay implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ConcurrentMap<ByteBuffer, First> calls = new ConcurrentHashMap<>();

    /** A thread of our own: the JDK's would outlive the web application. */
    private final ScheduledExecutorService patience =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "tuppence-twins"));

    private record First(byte[] bodyHash, CompletableFuture<Answer> answer) {}

    interface Work {
        CompletableFuture<Answer> start() throws IOException;
    }

    /**
     * Does the work, or waits for a twin that came first.
     *
     * @throws Refusal where a call with another body is under way
     */
    CompletableFuture<Answer> run(CallKey key, Work work) {
        ByteBuffer name = ByteBuffer.wrap(key.scope());
        First mine = new First(key.bodyHash(), new CompletableFuture<>());
        First first = calls.putIfAbsent(name, mine);
        if (first != null) {
            return await(first, key);
        }
        mine.answer().whenComplete((answer, failure) -> calls.remove(name, mine));
        start(work, mine.answer());
        return mine.answer();
    }

    /** Whatever goes wrong ends it for twins, too, and the key is free again. */
    private static void start(Work work, CompletableFuture<Answer> answer) {
        try {
            work.start().whenComplete((given, failure) -> end(answer, given, failure));
        } catch (IOException | RuntimeException | Error e) {
            answer.completeExceptionally(e);
        }
    }

    private static void end(CompletableFuture<Answer> answer, Answer given, Throwable failure) {
        if (failure == null) {
            answer.complete(given);
        } else {
            answer.completeExceptionally(Futures.cause(failure));
        }
    }

    private CompletableFuture<Answer> await(First first, CallKey key) {
        if (!Arrays.equals(first.bodyHash(), key.bodyHash())) {
            throw new Refusal(Reason.IDEMPOTENCY_KEY_REUSED);
        }
        CompletableFuture<Answer> twin = first.answer().thenApply(Answer::replay);
        patience.schedule(
                () -> twin.completeExceptionally(new Refusal(Reason.IDEMPOTENCY_IN_PROGRESS)),
                PATIENCE.toMillis(),
                TimeUnit.MILLISECONDS);
        return twin;
    }

    @Override
    public void close() {
        patience.shutdownNow();
    }
}
