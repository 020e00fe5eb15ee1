package cash.tuppence.webhook.delivery;

import cash.tuppence.core.PublicId;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of telling one endpoint of one event.
 *
 * @param objectId of what the event tells, such as {@code co_…}; empty where that has no id
 * @param attempts how many are recorded
 * @param lastStatus of HTTP in the latest attempt, or 0 where no answer came or none was made yet
 * @param nextAttemptAt while it is pending
 */
public record Delivery(
        PublicId id,
        long endpointId,
        PublicId eventId,
        String type,
        String objectId,
        DeliveryState state,
        int attempts,
        int lastStatus,
        Instant createdAt,
        Optional<Instant> nextAttemptAt,
        Optional<Instant> finishedAt) {
    public static final String PREFIX = "dlv_";
}
