package cash.tuppence.app.metrics;

import cash.tuppence.ledger.stage.StageWatch;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Counts and times what the posting stage does. */
public final class StageMeters implements StageWatch {
    private static final double[] BATCH_SIZES = {1, 10, 50, 100, 250, 500, 1_000};
    private static final Duration[] LAPS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2)
    };

    private final DistributionSummary batch;
    private final Timer lock;
    private final Timer decide;
    private final Timer write;
    private final Timer commit;
    private final Counter accepted;
    private final Counter refused;
    private final Counter failed;
    private final Counter turnedAway;
    private final Counter retries;

    StageMeters(MeterRegistry registry) {
        batch = DistributionSummary.builder("tuppence.stage.batch.postings")
                .description("Postings in one database transaction")
                .serviceLevelObjectives(BATCH_SIZES)
                .register(registry);
        lock = timer(registry, "lock", "To lock and read what a batch touches");
        decide = timer(registry, "decide", "To decide a batch in memory");
        write = timer(registry, "write", "To write what a batch decided");
        commit = timer(registry, "commit", "To have a batch on disk");
        accepted = postings(registry, "accepted");
        refused = postings(registry, "refused");
        failed = postings(registry, "failed");
        turnedAway = postings(registry, "turned_away");
        retries = Counter.builder("tuppence.stage.retries")
                .description("Batches that were rolled back and tried again")
                .register(registry);
    }

    private static Timer timer(MeterRegistry registry, String lap, String description) {
        return Timer.builder("tuppence.stage." + lap)
                .description(description)
                .serviceLevelObjectives(LAPS)
                .register(registry);
    }

    private static Counter postings(MeterRegistry registry, String outcome) {
        return Counter.builder("tuppence.stage.postings")
                .description("Postings by what became of them")
                .tag("outcome", outcome)
                .register(registry);
    }

    @Override
    public void committed(Pace pace) {
        batch.record(pace.postings());
        accepted.increment(pace.accepted());
        refused.increment(pace.refused());
        lock.record(pace.lockNanos(), TimeUnit.NANOSECONDS);
        decide.record(pace.decideNanos(), TimeUnit.NANOSECONDS);
        write.record(pace.writeNanos(), TimeUnit.NANOSECONDS);
        commit.record(pace.commitNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void retried() {
        retries.increment();
    }

    @Override
    public void failed() {
        failed.increment();
    }

    @Override
    public void turnedAway() {
        turnedAway.increment();
    }
}
