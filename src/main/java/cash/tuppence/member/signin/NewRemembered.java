package cash.tuppence.member.signin;

import java.time.Instant;

/** A row to be of {@code remembered_devices}. */
record NewRemembered(
        long id, long memberId, byte[] selectorHash, byte[] tokenHash, String device, String address, Instant now) {}
