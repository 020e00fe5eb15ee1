package cash.tuppence.webhook.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Reads deliveries for those who look after an endpoint, and queues them again when they ask for it. */
public interface LogMapper {
    List<DeliveryRow> search(DeliveryQuery query);

    Optional<DeliveryRow> byPublicId(
            @Param("profileId") long profileId,
            @Param("livemode") boolean livemode,
            @Param("id") long id,
            @Param("nonce") byte[] nonce);

    /** What is said to that endpoint, with an attempt of which nobody knows yet. */
    Optional<Due> message(@Param("id") long id);

    /** In the order in which they were made. */
    List<Attempt> attempts(@Param("deliveryId") long deliveryId);

    /** Those that failed and whose keys are from that on, the oldest first, locked until the transaction ends. */
    List<Long> lockFailed(
            @Param("endpointId") long endpointId, @Param("fromId") long fromId, @Param("limit") int limit);

    /** Failed ones that are locked become pending. */
    void reopenAll(@Param("ids") List<Long> ids);

    /** Queues those anew. */
    void requeueAll(@Param("ids") List<Long> ids, @Param("now") Instant now);

    /** Has those that failed so far, and whose keys are from that on, be tried now; says how many waited longer. */
    int hastenAll(
            @Param("endpointId") long endpointId,
            @Param("fromId") long fromId,
            @Param("now") Instant now,
            @Param("leaseEnd") Instant leaseEnd);

    /** Compare and set: a finished one becomes pending. */
    int reopen(@Param("id") long id, @Param("from") DeliveryState from);

    /** Queues it anew; its attempts are numbered on. */
    void requeue(@Param("id") long id, @Param("endpointId") long endpointId, @Param("now") Instant now);

    /** Has one that waits longer than a lease be tried now. */
    void hasten(@Param("id") long id, @Param("now") Instant now, @Param("leaseEnd") Instant leaseEnd);
}
