package cash.tuppence.webhook.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** How long to wait after a failed attempt: the schedule of Standard Webhooks, and then longer, over three days. */
final class RetrySchedule {
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(18),
            Duration.ofHours(22));

    /** A receiver that comes back is not met by everything at the same moment. */
    private static final double MOST_JITTER = 0.05;

    private final RandomGenerator random;

    RetrySchedule(RandomGenerator random) {
        this.random = random;
    }

    /**
     * The wait after that many failures in a row, up to a twentieth longer than the schedule says; empty where it was
     * the last.
     */
    Optional<Duration> waitAfter(int failures) {
        if (failures > WAITS.size()) {
            return Optional.empty();
        }
        Duration wait = WAITS.get(failures - 1);
        return Optional.of(wait.plusMillis((long) (wait.toMillis() * MOST_JITTER * random.nextDouble())));
    }
}
