package cash.tuppence.mail;

import java.time.Duration;
import java.util.List;

/** How long to wait after a failed attempt: longer each time, and an hour in the end, since servers do come back. */
final class Pauses {
    private static final List<Duration> AFTER = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1));

    private Pauses() {}

    /**
     * @param attempts so far, at least one
     */
    static Duration after(int attempts) {
        return AFTER.get(Math.min(attempts, AFTER.size()) - 1);
    }
}
