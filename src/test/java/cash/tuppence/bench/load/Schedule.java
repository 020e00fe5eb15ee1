package cash.tuppence.bench.load;

import java.time.Duration;

/**
 * How long and how often everything is measured.
 *
 * @param warmUp before the first round, for what the compilers have to learn
 * @param rounds each measures everything once
 */
public record Schedule(Duration warmUp, int rounds, Duration each) {
    /** As the system properties say, else as for figures that are published. */
    public static Schedule ofProperties() {
        return new Schedule(
                Duration.ofMillis(Long.getLong("bench.warm-up-millis", 20_000)),
                Integer.getInteger("bench.rounds", 5),
                Duration.ofMillis(Long.getLong("bench.millis", 4_000)));
    }

    @Override
    public String toString() {
        return "warm-up of %.1f s, %d interleaved rounds of %.1f s, medians"
                .formatted(warmUp.toMillis() / 1e3, rounds, each.toMillis() / 1e3);
    }
}
