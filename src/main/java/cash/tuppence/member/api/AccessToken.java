package cash.tuppence.member.api;

import java.time.Instant;

/**
 * A token as its owner sees it; null is what is not so.
 *
 * @param scopes separated by spaces
 * @param lastUsedAt to the minute
 */
public record AccessToken(
        long id, String name, String scopes, Instant createdAt, Instant lastUsedAt, Instant expiresAt) {}
