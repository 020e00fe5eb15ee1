package cash.tuppence.webhook.delivery;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Calls something once for all who ask for it within a moment. */
final class Gathering implements AutoCloseable {
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "tuppence-webhook-record"));
    private final long nanos;
    private final Runnable call;

    Gathering(Duration moment, Runnable call) {
        this.nanos = moment.toNanos();
        this.call = call;
        timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    void ask() {
        if (asked.compareAndSet(false, true)) {
            timer.schedule(this::callNow, nanos, TimeUnit.NANOSECONDS);
        }
    }

    private void callNow() {
        asked.set(false);
        call.run();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
