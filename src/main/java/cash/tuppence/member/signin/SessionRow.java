package cash.tuppence.member.signin;

import cash.tuppence.member.Viewer;
import java.time.Instant;

/**
 * A row of {@code sessions} and whose it is.
 *
 * @param awaited whether its first use shows that the browser got the token which it was given with this session
 */
record SessionRow(
        long id,
        Instant startedAt,
        Instant lastAccessAt,
        long memberId,
        long profileId,
        String name,
        String handle,
        boolean operator,
        boolean awaited) {
    Viewer viewer() {
        return new Viewer(memberId, profileId, name, handle, operator);
    }
}
