package cash.tuppence.webhook.api;

import cash.tuppence.webhook.delivery.Attempt;
import cash.tuppence.webhook.delivery.Delivery;
import cash.tuppence.webhook.outgoing.Fault;
import cash.tuppence.webhook.signing.Message;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One try, as programs read it.
 *
 * @param requestHeaders those that prove it
 * @param status of HTTP; null where no answer came
 * @param fault why none came, else null
 */
record AttemptJson(
        int number,
        Instant startedAt,
        long durationMillis,
        String requestUrl,
        Map<String, String> requestHeaders,
        Integer status,
        String fault,
        String answer) {

    static AttemptJson of(Delivery delivery, Attempt attempt) {
        return new AttemptJson(
                attempt.number(),
                attempt.startedAt(),
                attempt.durationMillis(),
                attempt.url(),
                headers(delivery, attempt),
                attempt.status() == 0 ? null : (Integer) attempt.status(),
                attempt.fault() == Fault.NONE ? null : attempt.fault().name().toLowerCase(Locale.ROOT),
                attempt.answer());
    }

    private static Map<String, String> headers(Delivery delivery, Attempt attempt) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(Message.ID, delivery.eventId().text());
        headers.put(Message.TIMESTAMP, Long.toString(attempt.startedAt().getEpochSecond()));
        headers.put(Message.SIGNATURE, attempt.signatures());
        return headers;
    }
}
