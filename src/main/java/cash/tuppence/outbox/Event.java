package cash.tuppence.outbox;

import cash.tuppence.core.PublicId;
import java.time.Instant;

/**
 * Something that happened, as it is kept.
 *
 * @param ownerId the profile that may hear of it
 * @param type its text; a string, since another version of the program may have written it
 * @param data JSON, the object as it stood then
 */
public record Event(
        long id, byte[] nonce, long ownerId, String type, boolean livemode, String data, Instant createdAt) {
    public static final String PREFIX = "evt_";

    public PublicId publicId() {
        return new PublicId(PREFIX, id, nonce);
    }
}
