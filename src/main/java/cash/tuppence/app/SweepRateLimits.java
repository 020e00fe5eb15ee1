package cash.tuppence.app;

import cash.tuppence.outbox.Job;
import cash.tuppence.web.limit.SharedBuckets;
import java.time.Duration;

/** Forgets who tried something, once it is as if they had not; this only keeps the table small. */
final class SweepRateLimits implements Job {
    private final SharedBuckets buckets;

    SweepRateLimits(SharedBuckets buckets) {
        this.buckets = buckets;
    }

    @Override
    public String name() {
        return "sweep-rate-limits";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public boolean work() {
        return buckets.sweep();
    }
}
