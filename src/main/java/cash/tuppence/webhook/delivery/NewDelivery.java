package cash.tuppence.webhook.delivery;

import cash.tuppence.core.PublicId;
import java.time.Instant;

/** One event for one endpoint, to be sent at once. */
record NewDelivery(PublicId id, long endpointId, long eventId, Instant createdAt) {}
