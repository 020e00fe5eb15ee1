package cash.tuppence.webhook.delivery;

import cash.tuppence.core.PublicId;
import cash.tuppence.outbox.Event;
import java.time.Instant;
import java.util.Optional;

/** A delivery as it is read for its log; does not leave this package. */
record DeliveryRow(
        long id,
        byte[] nonce,
        long endpointId,
        long eventId,
        byte[] eventNonce,
        String type,
        String objectId,
        DeliveryState state,
        int attempts,
        int lastStatus,
        Instant createdAt,
        Instant dueAtOrNull,
        Instant finishedAtOrNull) {

    Delivery delivery() {
        return new Delivery(
                new PublicId(Delivery.PREFIX, id, nonce),
                endpointId,
                new PublicId(Event.PREFIX, eventId, eventNonce),
                type,
                objectId,
                state,
                attempts,
                lastStatus,
                createdAt,
                Optional.ofNullable(dueAtOrNull),
                Optional.ofNullable(finishedAtOrNull));
    }
}
