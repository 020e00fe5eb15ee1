package cash.tuppence.webhook.delivery;

import cash.tuppence.core.PublicId;
import cash.tuppence.outbox.Event;
import cash.tuppence.webhook.endpoint.Endpoint;
import java.time.Instant;

/**
 * One event for one endpoint.
 *
 * @param dueAt now, or where it is taken up at once the end of that lease
 * @param claims how often it was taken up: once, or not yet
 */
record NewDelivery(
        PublicId id,
        long endpointId,
        long eventId,
        String type,
        String objectId,
        Instant createdAt,
        Instant dueAt,
        int claims) {

    static NewDelivery waiting(PublicId id, Endpoint endpoint, Event event, Instant now) {
        return of(id, endpoint, event, now, now, 0);
    }

    static NewDelivery takenUp(PublicId id, Endpoint endpoint, Event event, Instant now) {
        return of(id, endpoint, event, now, now.plus(Round.LEASE), 1);
    }

    private static NewDelivery of(PublicId id, Endpoint endpoint, Event event, Instant now, Instant dueAt, int claims) {
        return new NewDelivery(
                id, endpoint.id().key(), event.id(), event.type(), ObjectId.in(event.data()), now, dueAt, claims);
    }

    boolean isTakenUp() {
        return claims > 0;
    }

    /** As it would be read back. */
    Due toDue(Event event) {
        return new Due(
                id.key(),
                endpointId,
                claims,
                0,
                event.id(),
                event.nonce(),
                event.type(),
                event.livemode(),
                event.data(),
                event.createdAt());
    }
}
