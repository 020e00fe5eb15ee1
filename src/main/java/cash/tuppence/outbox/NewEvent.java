package cash.tuppence.outbox;

import cash.tuppence.core.PublicId;
import java.time.Instant;

/**
 * Something that becomes true in the transaction that writes it.
 *
 * @param id a new one with the prefix {@link Event#PREFIX}
 * @param ownerId the profile that may hear of it
 * @param livemode false where it is about play money
 * @param data JSON, the object as the API gives it
 */
public record NewEvent(PublicId id, long ownerId, EventType type, boolean livemode, String data, Instant createdAt) {}
