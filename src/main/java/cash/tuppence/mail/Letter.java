package cash.tuppence.mail;

import cash.tuppence.core.PublicId;
import java.time.Instant;

/** A mail, readable. */
public record Letter(PublicId id, String to, Content content, Instant createdAt) {
    public static final String PREFIX = "ml_";
}
