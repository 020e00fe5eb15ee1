package cash.tuppence.webhook.delivery;

import cash.tuppence.core.PublicId;
import cash.tuppence.outbox.Event;
import cash.tuppence.outbox.EventType;
import cash.tuppence.webhook.signing.Message;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A delivery that is leased to this node and is to be sent now.
 *
 * @param attempt the number of this attempt; nobody else has it
 * @param failures before this attempt, since it was queued
 */
record Due(
        long deliveryId,
        long endpointId,
        int attempt,
        int failures,
        long eventId,
        byte[] eventNonce,
        String type,
        boolean livemode,
        String data,
        Instant happenedAt) {

    boolean isPing() {
        return type.equals(EventType.PING.text());
    }

    /** The same each time, byte for byte. */
    Message message() {
        String body = "{\"type\":\"" + type + "\",\"timestamp\":\"" + happenedAt + "\",\"livemode\":" + livemode
                + ",\"data\":" + data + "}";
        String id = new PublicId(Event.PREFIX, eventId, eventNonce).text();
        return new Message(id, body.getBytes(StandardCharsets.UTF_8));
    }
}
