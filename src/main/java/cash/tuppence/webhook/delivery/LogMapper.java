package cash.tuppence.webhook.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Reads deliveries for those who look after an endpoint, and queues them again when they ask for it. */
public interface LogMapper {
    /** Newest first, before that key ({@link Long#MAX_VALUE} to start). */
    List<DeliveryRow> ofEndpoint(
            @Param("endpointId") long endpointId, @Param("beforeId") long beforeId, @Param("limit") int limit);

    Optional<DeliveryRow> byPublicId(
            @Param("profileId") long profileId, @Param("id") long id, @Param("nonce") byte[] nonce);

    /** In the order in which they were made. */
    List<Attempt> attempts(@Param("deliveryId") long deliveryId);

    /** Compare and set: a finished one becomes pending. */
    int reopen(@Param("id") long id, @Param("from") DeliveryState from);

    /** Queues it anew; its attempts are numbered on. */
    void requeue(@Param("id") long id, @Param("endpointId") long endpointId, @Param("now") Instant now);

    /** Has one that waits longer than a lease be tried now. */
    void hasten(@Param("id") long id, @Param("now") Instant now, @Param("leaseEnd") Instant leaseEnd);
}
