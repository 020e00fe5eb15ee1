package cash.tuppence.member.factor;

import java.time.Instant;

/** A row of {@code totp_apps}; the secret is encrypted. */
record TotpRow(byte[] secret, long lastStep, Instant createdAt) {}
