package cash.tuppence.member.signin;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;

/**
 * A row of {@code remembered_devices}.
 *
 * @param previousHash null before its token was changed for the first time
 * @param arrived whether the browser has shown that it got the present token
 */
record RememberedRow(
        long id,
        long memberId,
        byte[] tokenHash,
        byte[] previousHash,
        boolean arrived,
        String device,
        Instant createdAt,
        Instant rotatedAt) {
    boolean hasToken(byte[] hash) {
        return MessageDigest.isEqual(tokenHash, hash);
    }

    /** A browser that sends several requests at once sends the same token with all of them. */
    boolean isTwin(byte[] hash, Instant now, Duration grace) {
        return hadToken(hash) && now.isBefore(rotatedAt.plus(grace));
    }

    /** Where our answer was lost on its way, the browser never knew of the present token. */
    boolean isLost(byte[] hash) {
        return hadToken(hash) && !arrived;
    }

    private boolean hadToken(byte[] hash) {
        return previousHash != null && MessageDigest.isEqual(previousHash, hash);
    }
}
