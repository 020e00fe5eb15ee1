package cash.tuppence.webhook.delivery;

import cash.tuppence.webhook.outgoing.Fault;
import java.time.Instant;

/**
 * One try, as it is kept.
 *
 * @param number grows; one whose node died is missing
 * @param status of HTTP, or 0 where no answer came and {@code fault} says why
 * @param answer the beginning of what the receiver answered
 */
public record Attempt(int number, Instant startedAt, long durationMillis, int status, Fault fault, String answer) {}
