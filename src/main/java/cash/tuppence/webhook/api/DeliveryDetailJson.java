package cash.tuppence.webhook.api;

import cash.tuppence.webhook.delivery.Deliveries;
import cash.tuppence.webhook.delivery.Delivery;
import java.time.Instant;
import java.util.List;

/**
 * A delivery with all that is known of it.
 *
 * @param requestBody byte for byte what is sent and signed
 */
record DeliveryDetailJson(
        String id,
        String event,
        String type,
        String object,
        String state,
        int attemptCount,
        Integer lastStatus,
        Instant nextAttemptAt,
        Instant createdAt,
        Instant finishedAt,
        String requestBody,
        List<AttemptJson> attempts) {

    static DeliveryDetailJson of(Delivery delivery, Deliveries deliveries) {
        DeliveryJson plain = DeliveryJson.of(delivery);
        return new DeliveryDetailJson(
                plain.id(),
                plain.event(),
                plain.type(),
                plain.object(),
                plain.state(),
                plain.attemptCount(),
                plain.lastStatus(),
                plain.nextAttemptAt(),
                plain.createdAt(),
                plain.finishedAt(),
                deliveries.body(delivery),
                deliveries.attempts(delivery).stream()
                        .map(attempt -> AttemptJson.of(delivery, attempt))
                        .toList());
    }
}
