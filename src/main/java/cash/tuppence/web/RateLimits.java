package cash.tuppence.web;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.web.limit.Nanos;
import cash.tuppence.web.limit.SharedBuckets;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** How often something may be tried. What guards a secret is counted by all nodes together, all else by each for itself. */
public final class RateLimits {
    private static final int MOST_BUCKETS = 200_000;

    /**
     * @param name what is limited
     * @param tries how many at once; they grow back evenly over the period
     * @param shared whether all nodes count together
     */
    public record Limit(String name, long tries, Duration period, boolean shared) {
        public Limit(String name, long tries, Duration period) {
            this(name, tries, period, false);
        }

        /** The same, counted in the database: for doors alone, where a try costs more than a write. */
        public Limit onAllNodes() {
            return new Limit(name, tries, period, true);
        }
    }

    private record Key(String name, String who) {}

    private final Cache<Key, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_BUCKETS)
            .expireAfterAccess(Duration.ofHours(2))
            .build();
    private final SharedBuckets sharedBuckets;
    private final int scalePercent;
    private final TimeMeter clock;

    /**
     * @param scalePercent 100 for the limits as they stand, more is looser, 0 is off
     */
    public RateLimits(int scalePercent, InstantSource clock, SharedBuckets sharedBuckets) {
        this.scalePercent = scalePercent;
        this.clock = new Nanos(clock);
        this.sharedBuckets = sharedBuckets;
    }

    /**
     * Counts one try.
     *
     * @throws Refusal with the seconds to wait as its argument
     */
    public void take(Limit limit, String who) {
        if (isOff()) {
            return;
        }
        ConsumptionProbe probe = bucket(limit, who).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw tooMany(probe.getNanosToWaitForRefill());
        }
    }

    /** Gives a try back: it turned out to be none that should count. */
    public void giveBack(Limit limit, String who) {
        if (!isOff()) {
            bucket(limit, who).addTokens(1);
        }
    }

    /**
     * Makes sure that one more try may be made, and counts none: for what is nearly always right, so that whoever is
     * right never costs a write and is never in another's way.
     *
     * @throws Refusal with the seconds to wait as its argument
     */
    public void check(Limit limit, String who) {
        if (isOff() || limit.shared() && !sharedBuckets.isKnown(name(limit, who))) {
            return;
        }
        EstimationProbe probe = bucket(limit, who).estimateAbilityToConsume(1);
        if (!probe.canBeConsumed()) {
            throw tooMany(probe.getNanosToWaitForRefill());
        }
    }

    /**
     * Counts a try that was checked and turned out wrong. Of many at once more may be counted than there were: they are
     * waited for.
     */
    public void count(Limit limit, String who) {
        if (!isOff()) {
            bucket(limit, who).consumeIgnoringRateLimits(1);
        }
    }

    private boolean isOff() {
        return scalePercent == 0;
    }

    private static Refusal tooMany(long nanosToWait) {
        return new Refusal(Reason.RATE_LIMITED).with(TimeUnit.NANOSECONDS.toSeconds(nanosToWait) + 1);
    }

    private Bucket bucket(Limit limit, String who) {
        return limit.shared()
                ? sharedBuckets.bucket(name(limit, who), configuration(limit))
                : buckets.get(new Key(limit.name(), who), key -> newBucket(limit));
    }

    /** With the limit itself, since a bucket keeps the one that it was made with. */
    private String name(Limit limit, String who) {
        return limit.name() + "\n" + tries(limit) + "\n" + limit.period() + "\n" + who;
    }

    private Bucket newBucket(Limit limit) {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(tries(limit)).refillGreedy(tries(limit), limit.period()))
                .withCustomTimePrecision(clock)
                .build();
    }

    private BucketConfiguration configuration(Limit limit) {
        return BucketConfiguration.builder()
                .addLimit(bandwidth -> bandwidth.capacity(tries(limit)).refillGreedy(tries(limit), limit.period()))
                .build();
    }

    private long tries(Limit limit) {
        return Math.max(1, limit.tries() * scalePercent / 100);
    }
}
