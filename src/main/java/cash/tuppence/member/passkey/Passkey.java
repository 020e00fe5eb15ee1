package cash.tuppence.member.passkey;

import java.time.Instant;
import java.util.Optional;

/**
 * A passkey as its owner sees it.
 *
 * @param id as URLs and forms carry it
 * @param synced whether it may be on several devices
 */
public record Passkey(String id, String name, boolean synced, Instant createdAt, Optional<Instant> lastUsedAt) {}
