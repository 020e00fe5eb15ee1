package cash.tuppence.webhook.page;

import cash.tuppence.webhook.delivery.Delivery;
import java.time.Instant;
import java.util.Locale;

/**
 * A line of the log.
 *
 * @param lastStatus of HTTP, or 0 where no answer came
 * @param nextAttemptAt null once it is finished
 */
public record DeliveryRow(
        String path,
        String type,
        String objectId,
        String state,
        int attempts,
        int lastStatus,
        Instant createdAt,
        Instant nextAttemptAt) {

    static DeliveryRow of(String endpointPath, Delivery delivery) {
        return new DeliveryRow(
                endpointPath + "/deliveries/" + delivery.id().text(),
                delivery.type(),
                delivery.objectId(),
                delivery.state().name().toLowerCase(Locale.ROOT),
                delivery.attempts(),
                delivery.lastStatus(),
                delivery.createdAt(),
                delivery.nextAttemptAt().orElse(null));
    }
}
