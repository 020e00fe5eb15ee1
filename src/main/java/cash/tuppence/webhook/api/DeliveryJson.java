package cash.tuppence.webhook.api;

import cash.tuppence.webhook.delivery.Delivery;
import java.time.Instant;
import java.util.Locale;

/**
 * A delivery as programs read it in a list.
 *
 * @param object of what the event tells, such as {@code co_…}; null where that has no id
 * @param lastStatus of HTTP; null where no answer came, or none was asked for yet
 */
record DeliveryJson(
        String id,
        String event,
        String type,
        String object,
        String state,
        int attemptCount,
        Integer lastStatus,
        Instant nextAttemptAt,
        Instant createdAt,
        Instant finishedAt) {

    static DeliveryJson of(Delivery delivery) {
        return new DeliveryJson(
                delivery.id().text(),
                delivery.eventId().text(),
                delivery.type(),
                delivery.objectId().isEmpty() ? null : delivery.objectId(),
                delivery.state().name().toLowerCase(Locale.ROOT),
                delivery.attempts(),
                delivery.lastStatus() == 0 ? null : (Integer) delivery.lastStatus(),
                delivery.nextAttemptAt().orElse(null),
                delivery.createdAt(),
                delivery.finishedAt().orElse(null));
    }
}
