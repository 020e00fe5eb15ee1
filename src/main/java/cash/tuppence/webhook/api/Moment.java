package cash.tuppence.webhook.api;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** A time as programs write it: RFC 3339. */
final class Moment {
    private Moment() {}

    /**
     * @throws Refusal on that field, where it is none
     */
    static Instant read(String field, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new Refusal(Reason.TIME_FORM).on(field);
        }
    }
}
