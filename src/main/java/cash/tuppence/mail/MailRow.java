package cash.tuppence.mail;

import cash.tuppence.core.PublicId;
import java.time.Instant;

/** A mail as it is kept; what it says is encrypted, and null once it is gone. */
record MailRow(
        long id,
        byte[] nonce,
        String recipient,
        byte[] sealedOrNull,
        MailState state,
        int attempts,
        Instant createdAt) {
    PublicId publicId() {
        return new PublicId(Letter.PREFIX, id, nonce);
    }
}
