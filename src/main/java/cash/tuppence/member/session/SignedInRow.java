package cash.tuppence.member.session;

import cash.tuppence.member.signin.Method;
import java.time.Instant;

/**
 * A place where somebody is signed in, or will be because their device is remembered.
 *
 * @param remembered whether they stay signed in there when the session is over
 * @param device in words
 * @param address from where they signed in
 */
record SignedInRow(
        long id,
        boolean remembered,
        Method method,
        String device,
        String address,
        Instant startedAt,
        Instant lastAccessAt) {}
