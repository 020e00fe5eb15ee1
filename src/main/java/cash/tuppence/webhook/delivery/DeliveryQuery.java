package cash.tuppence.webhook.delivery;

import cash.tuppence.core.KeyMaker;
import java.time.Instant;
import java.util.Optional;

/**
 * Which of an endpoint's deliveries are asked for, newest first; what is null does not matter.
 *
 * @param fromId the lowest key
 * @param beforeId a key to go on from, {@link Long#MAX_VALUE} to start
 */
public record DeliveryQuery(
        long endpointId,
        String typeOrNull,
        DeliveryState stateOrNull,
        String objectIdOrNull,
        long fromId,
        long beforeId,
        int limit) {

    /** All of them, from the newest on. */
    public static DeliveryQuery all(long endpointId, int limit) {
        return new DeliveryQuery(endpointId, null, null, null, 0, Long.MAX_VALUE, limit);
    }

    public DeliveryQuery ofType(Optional<String> type) {
        return new DeliveryQuery(endpointId, type.orElse(null), stateOrNull, objectIdOrNull, fromId, beforeId, limit);
    }

    public DeliveryQuery inState(Optional<DeliveryState> state) {
        return new DeliveryQuery(endpointId, typeOrNull, state.orElse(null), objectIdOrNull, fromId, beforeId, limit);
    }

    public DeliveryQuery about(Optional<String> objectId) {
        return new DeliveryQuery(endpointId, typeOrNull, stateOrNull, objectId.orElse(null), fromId, beforeId, limit);
    }

    /**
     * Those that were made then.
     *
     * @param from the first moment
     * @param until the first moment that is too late
     */
    public DeliveryQuery between(Optional<Instant> from, Optional<Instant> until) {
        long first = from.map(DeliveryQuery::lowest).orElse(fromId);
        long last = until.map(DeliveryQuery::lowest).orElse(beforeId);
        return new DeliveryQuery(endpointId, typeOrNull, stateOrNull, objectIdOrNull, first, last, limit);
    }

    /** Those that follow in the list after the one of that key. */
    public DeliveryQuery after(Optional<Long> key) {
        long before = Math.min(beforeId, key.orElse(Long.MAX_VALUE));
        return new DeliveryQuery(endpointId, typeOrNull, stateOrNull, objectIdOrNull, fromId, before, limit);
    }

    /** Keys grow with time, so a span of time is a span of keys. */
    static long lowest(Instant time) {
        return Math.max(0, KeyMaker.lowestAt(time));
    }
}
