package cash.tuppence.wallet.api;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what is left to do for a call once its postings are decided, where that takes a while: the thread that tells of
 * decisions is one for all, and must not wait for the database.
 */
public final class Afterwards implements Executor, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Afterwards.class);
    private static final int THREADS = 4;
    private static final int SECONDS_TO_END = 10;

    private final ExecutorService threads =
            Executors.newFixedThreadPool(THREADS, task -> new Thread(task, "tuppence-afterwards"));

    @Override
    public void execute(Runnable task) {
        threads.execute(task);
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                LOG.error("some calls were not answered to their end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
