package cash.tuppence.ledger.stage;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.db.Database;
import cash.tuppence.db.Transactions;
import cash.tuppence.ledger.Ledger;
import cash.tuppence.ledger.Outcome;
import cash.tuppence.ledger.Posting;
import cash.tuppence.ledger.PostingFailed;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The posting stage: one thread a node drains whatever has gathered into one database transaction, so that all of it
 * shares one flush to disk. It never lingers for more; under load batches grow by themselves.
 */
public final class Stage implements Ledger {
    private static final Logger LOG = LoggerFactory.getLogger(Stage.class);
    private static final Duration LONGEST_ANSWERING = Duration.ofSeconds(30);
    private static final long IDLE_MILLIS = 100;

    private final BlockingQueue<Queued> queue;
    private final int mostInBatch;
    private final long deadlineNanos;
    private final BatchRunner runner;
    private final KeyMaker keys;
    private final Runnable afterCommit;
    private final StageWatch watch;
    private final Thread thread;

    /** Answers are given by a thread of their own, so that the next batch is on its way meanwhile. */
    private final ExecutorService answers =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "tuppence-answers"));

    private final Answering answering = new Answering();
    private volatile boolean closing;

    /**
     * @param afterCommit told after each batch, on the answering thread; must not block
     */
    public Stage(
            Database database,
            Rules rules,
            KeyMaker keys,
            InstantSource clock,
            StageLimits limits,
            Runnable afterCommit) {
        this(database, rules, keys, clock, limits, afterCommit, StageWatch.NONE);
    }

    /** As the other, and watched. */
    public Stage(
            Database database,
            Rules rules,
            KeyMaker keys,
            InstantSource clock,
            StageLimits limits,
            Runnable afterCommit,
            StageWatch watch) {
        this.queue = new ArrayBlockingQueue<>(limits.mostQueued());
        this.mostInBatch = limits.mostInBatch();
        this.deadlineNanos = limits.deadline().toNanos();
        this.runner = new BatchRunner(database, rules, keys, clock, watch);
        this.keys = keys;
        this.afterCommit = afterCommit;
        this.watch = watch;
        this.thread = new Thread(this::work, "tuppence-stage");
        thread.start();
    }

    @Override
    public CompletableFuture<Outcome> submit(Posting posting) {
        if (Transactions.isOpen()) {
            throw new IllegalStateException("cash is queued outside of transactions, never inside one");
        }
        Queued queued = new Queued(
                posting,
                keys.next(),
                Fingerprint.of(posting.movement()),
                System.nanoTime() + deadlineNanos,
                new CompletableFuture<>());
        // The lock pairs with the one in close(): what was accepted before the end is drained, the rest is refused.
        synchronized (queue) {
            if (closing || !queue.offer(queued)) {
                watch.turnedAway();
                throw new Refusal(Reason.OVERLOADED);
            }
        }
        return queued.answer();
    }

    /** How many postings wait for a batch just now. */
    public int queued() {
        return queue.size();
    }

    private void work() {
        try {
            List<Queued> batch = next();
            while (!batch.isEmpty()) {
                decide(batch);
                batch = next();
            }
        } finally {
            runner.close();
            answers.shutdown();
        }
    }

    /** What has gathered, at least one; empty once the stage is closing and all is drained. */
    private List<Queued> next() {
        List<Queued> batch = new ArrayList<>();
        while (batch.isEmpty()) {
            boolean last = closing;
            Queued first = poll();
            if (first != null) {
                batch.add(first);
                queue.drainTo(batch, mostInBatch - 1);
                turnAwayLate(batch);
            } else if (last) {
                break;
            }
        }
        return batch;
    }

    /** Nobody waits for these any more, and nothing of them was begun. */
    private void turnAwayLate(List<Queued> batch) {
        long now = System.nanoTime();
        batch.removeIf(queued -> {
            boolean late = queued.isLate(now);
            if (late) {
                watch.turnedAway();
                answers.execute(() -> queued.answer().completeExceptionally(new Refusal(Reason.OVERLOADED)));
            }
            return late;
        });
    }

    private Queued poll() {
        try {
            return queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            LOG.warn("the posting stage is not to be interrupted; it is closed instead");
            return null;
        }
    }

    private void decide(List<Queued> batch) {
        try {
            runner.run(batch, answering);
        } catch (RuntimeException | Error e) {
            LOG.error("a batch of {} failed as a whole", batch.size(), e);
            batch.forEach(queued -> answering.failed(queued, new PostingFailed("the batch failed", e)));
        }
        answers.execute(afterCommit);
    }

    @Override
    public void close() {
        synchronized (queue) {
            closing = true;
        }
        try {
            thread.join();
            if (!answers.awaitTermination(LONGEST_ANSWERING.toSeconds(), TimeUnit.SECONDS)) {
                LOG.error("some answers of the posting stage were not taken");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Hands each waiting caller what became of its posting. */
    private final class Answering implements BatchRunner.Answers {
        @Override
        public void decided(List<Queued> postings, List<Outcome> outcomes) {
            answers.execute(() -> {
                for (int i = 0; i < postings.size(); i++) {
                    postings.get(i).answer().complete(outcomes.get(i));
                }
            });
        }

        @Override
        public void failed(Queued posting, PostingFailed failure) {
            answers.execute(() -> posting.answer().completeExceptionally(failure));
        }
    }
}
