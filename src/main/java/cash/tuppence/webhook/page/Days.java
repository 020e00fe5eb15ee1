package cash.tuppence.webhook.page;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** Days as forms have them. They are UTC's. */
final class Days {
    private static final int LAST_YEAR = 9998;

    private Days() {}

    /**
     * @throws Refusal where it is none
     */
    static Instant start(String typed) {
        return day(typed).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The first moment after it. */
    static Instant end(String typed) {
        return day(typed).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static LocalDate day(String typed) {
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
                throw new Refusal(Reason.DATE_FORM);
            }
            return day;
        } catch (DateTimeParseException e) {
            throw new Refusal(Reason.DATE_FORM);
        }
    }
}
