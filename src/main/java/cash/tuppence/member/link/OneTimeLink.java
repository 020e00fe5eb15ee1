package cash.tuppence.member.link;

import java.time.Instant;

/**
 * A link that was sent.
 *
 * @param email the address that it was sent to
 */
public record OneTimeLink(LinkPurpose purpose, long memberId, String email, Instant madeAt, Instant expiresAt) {}
