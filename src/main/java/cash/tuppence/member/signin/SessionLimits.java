package cash.tuppence.member.signin;

import java.time.Duration;
import java.time.Instant;

/**
 * When a session is over.
 *
 * @param idle after how long in which nobody used it
 * @param longest after how long in any case
 */
public record SessionLimits(Duration idle, Duration longest) {
    boolean isAlive(Instant startedAt, Instant lastAccessAt, Instant now) {
        return now.isBefore(lastAccessAt.plus(idle)) && now.isBefore(startedAt.plus(longest));
    }
}
