package cash.tuppence.webhook.delivery;

import cash.tuppence.webhook.outgoing.Fault;
import java.time.Instant;

/**
 * One try, as it is kept.
 *
 * @param number grows; one whose node died is missing
 * @param url where it went; empty of tries from before that was kept
 * @param signatures as they were sent; empty of tries from before that was kept
 * @param status of HTTP, or 0 where no answer came and {@code fault} says why
 * @param answer the beginning of what the receiver answered
 */
public record Attempt(
        int number,
        Instant startedAt,
        String url,
        String signatures,
        long durationMillis,
        int status,
        Fault fault,
        String answer) {}
