package cash.tuppence.webhook.delivery;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that wait for strangers' servers; there are none while nothing is sent. */
final class SenderThreads {
    private final AtomicInteger number = new AtomicInteger();
    private final ThreadPoolExecutor executor;

    SenderThreads(int count) {
        executor = new ThreadPoolExecutor(
                count,
                count,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> new Thread(task, "tuppence-webhook-" + number.incrementAndGet()));
        executor.allowCoreThreadTimeOut(true);
    }

    void execute(Runnable task) {
        executor.execute(task);
    }

    /** Lets what was begun end, so long, and says whether it did. */
    boolean end(Duration atMost) {
        executor.shutdown();
        try {
            return executor.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
