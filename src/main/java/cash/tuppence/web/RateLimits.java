package cash.tuppence.web;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** How often something may be tried. Each node counts for itself. */
public final class RateLimits {
    private static final int MOST_BUCKETS = 200_000;

    /**
     * @param name what is limited
     * @param tries how many at once; they grow back evenly over the period
     */
    public record Limit(String name, long tries, Duration period) {}

    private record Key(String name, String who) {}

    private final Cache<Key, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_BUCKETS)
            .expireAfterAccess(Duration.ofHours(2))
            .build();
    private final int scalePercent;
    private final TimeMeter clock;

    /**
     * @param scalePercent 100 for the limits as they stand, more is looser, 0 is off
     */
    public RateLimits(int scalePercent, InstantSource clock) {
        this.scalePercent = scalePercent;
        this.clock = new ClockMeter(clock);
    }

    /**
     * Counts one try.
     *
     * @throws Refusal with the seconds to wait as its argument
     */
    public void take(Limit limit, String who) {
        if (scalePercent == 0) {
            return;
        }
        ConsumptionProbe probe = bucket(limit, who).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new Refusal(Reason.RATE_LIMITED).with(secondsToWait(probe));
        }
    }

    /** Gives a try back: it turned out to be none that should count. */
    public void giveBack(Limit limit, String who) {
        if (scalePercent != 0) {
            bucket(limit, who).addTokens(1);
        }
    }

    private static long secondsToWait(ConsumptionProbe probe) {
        return TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
    }

    private Bucket bucket(Limit limit, String who) {
        return buckets.get(new Key(limit.name(), who), key -> newBucket(limit));
    }

    private Bucket newBucket(Limit limit) {
        long tries = Math.max(1, limit.tries() * scalePercent / 100);
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(tries).refillGreedy(tries, limit.period()))
                .withCustomTimePrecision(clock)
                .build();
    }

    private record ClockMeter(InstantSource clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
