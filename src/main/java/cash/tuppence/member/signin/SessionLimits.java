package cash.tuppence.member.signin;

import java.time.Duration;
import java.time.Instant;

/**
 * When a session is over.
 *
 * @param idle after how long in which nobody used it
 * @param longest after how long in any case
 * @param remembered after how long a remembered device has to show a password or a passkey again
 */
public record SessionLimits(Duration idle, Duration longest, Duration remembered) {
    boolean isAlive(Instant startedAt, Instant lastAccessAt, Instant now) {
        return now.isBefore(lastAccessAt.plus(idle)) && now.isBefore(startedAt.plus(longest));
    }
}
