package cash.tuppence.outbox;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the jobs of this node on a few threads: each by its period, and at once when it is woken. A job never runs twice
 * at a time here; waking it while it runs makes it run once more.
 */
public final class Jobs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final Duration LONGEST_END = Duration.ofSeconds(20);

    private final Map<String, Runner> runners = Collections.synchronizedMap(new LinkedHashMap<>());
    private final ScheduledThreadPoolExecutor threads;
    private volatile boolean closing;

    public Jobs(int threadCount) {
        AtomicInteger number = new AtomicInteger();
        threads = new ScheduledThreadPoolExecutor(
                threadCount, task -> new Thread(task, "tuppence-jobs-" + number.incrementAndGet()));
        threads.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Adds a job; before {@link #start()}. */
    public void add(Job job) {
        if (runners.putIfAbsent(job.name(), new Runner(job)) != null) {
            throw new IllegalArgumentException("two jobs are named " + job.name());
        }
    }

    /** Has all jobs run by their periods from now on. Until then they run only when they are woken or called for. */
    public void start() {
        for (Runner runner : List.copyOf(runners.values())) {
            long millis = runner.job.every().toMillis();
            threads.scheduleWithFixedDelay(runner::wake, 0, millis, TimeUnit.MILLISECONDS);
        }
    }

    /** The names of all jobs, in the order in which they were added. */
    public List<String> names() {
        return List.copyOf(runners.keySet());
    }

    /**
     * Has that job run at once. Does not block; once this is closing it does nothing.
     */
    public void wake(String name) {
        find(name)
                .orElseThrow(() -> new IllegalArgumentException("no such job: " + name))
                .wake();
    }

    /** Runs that job on the caller's thread until nothing is due, and says whether there is one of that name. */
    public boolean run(String name) {
        Optional<Runner> runner = find(name);
        runner.ifPresent(Runner::finish);
        return runner.isPresent();
    }

    private Optional<Runner> find(String name) {
        return Optional.ofNullable(runners.get(name));
    }

    /** Starts nothing more and waits, a while, for what is under way. */
    @Override
    public void close() {
        closing = true;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("a job did not end within {} s; what it claimed is done later", LONGEST_END.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Runner {
        private final Job job;
        private final AtomicInteger wakes = new AtomicInteger();
        private final long restNanos;
        private volatile long restedAt = System.nanoTime();

        Runner(Job job) {
            this.job = job;
            this.restNanos = job.rest().toNanos();
        }

        void wake() {
            if (wakes.getAndIncrement() == 0) {
                runRested();
            }
        }

        private void runRested() {
            threads.schedule(this::runForWakes, restedAt - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        private void runForWakes() {
            int seen = wakes.get();
            runSafely();
            restedAt = System.nanoTime() + restNanos;
            if (wakes.addAndGet(-seen) != 0) {
                runRested();
            }
        }

        /** A failure is logged and met again at the next period: the job's rows are still there. */
        private void runSafely() {
            try {
                boolean more = !closing;
                while (more) {
                    more = workAlone() && !closing;
                }
            } catch (RuntimeException e) {
                LOG.error(
                        "the job {} failed and is tried again in {} s",
                        job.name(),
                        job.every().toSeconds(),
                        e);
            }
        }

        private synchronized boolean workAlone() {
            return job.work();
        }

        private synchronized void finish() {
            job.finish();
        }
    }
}
