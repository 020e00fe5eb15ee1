package cash.tuppence.webhook.api;

import cash.tuppence.outbox.Event;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;

/**
 * An event as programs read it: what a callback tells, with its id.
 *
 * @param data the object as it stood then, as it was written
 */
record EventJson(
        String id,
        String type,
        Instant timestamp,
        boolean livemode,
        @JsonRawValue String data) {
    static EventJson of(Event event) {
        return new EventJson(event.publicId().text(), event.type(), event.createdAt(), event.livemode(), event.data());
    }
}
