package cash.tuppence.webhook.page;

import cash.tuppence.webhook.delivery.Attempt;
import java.time.Instant;
import java.util.Locale;

/**
 * One try, as a page shows it.
 *
 * @param timestampSeconds as it was signed
 * @param fault why no answer came, {@code none} where one came
 */
public record AttemptView(
        int number,
        Instant startedAt,
        long timestampSeconds,
        String url,
        String signatures,
        long durationMillis,
        int status,
        String fault,
        String answer) {

    static AttemptView of(Attempt attempt) {
        return new AttemptView(
                attempt.number(),
                attempt.startedAt(),
                attempt.startedAt().getEpochSecond(),
                attempt.url(),
                attempt.signatures(),
                attempt.durationMillis(),
                attempt.status(),
                attempt.fault().name().toLowerCase(Locale.ROOT),
                attempt.answer());
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
