package cash.tuppence.member.data;

import java.time.Instant;

/** Rows of what is kept about a member, as they are told. Null is what is not so. */
final class Kept {
    private Kept() {}

    record Profile(
            String handle,
            String name,
            String about,
            String visibility,
            String email,
            Instant emailConfirmedAt,
            String region,
            Instant adultAt,
            Instant termsAt,
            String termsVersion,
            Instant createdAt) {}

    record FormerHandle(String handle, boolean leadsOn, Instant givenUpAt) {}

    record Token(
            String name, String scopes, Instant createdAt, Instant lastUsedAt, Instant expiresAt, Instant revokedAt) {}

    record Session(
            String method, String device, String address, Instant startedAt, Instant lastAccessAt, Instant factorAt) {}

    record Device(String device, String address, Instant createdAt, Instant rotatedAt) {}

    record Factor(String kind, String name, Instant createdAt, Instant lastUsedAt) {}

    record Consent(String subject, String version, Instant agreedAt, String text) {}

    record Notice(String kind, String details, Instant madeAt) {}

    record Mail(String recipient, String about, String state, Instant createdAt, Instant endedAt) {}

    record Notification(String kind, boolean wanted) {}

    record Balance(String currency, String amount, String held, boolean frozen) {}
}
