package cash.tuppence.webhook.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Writes {@code deliveries}, {@code delivery_queue} and {@code delivery_attempts}. */
public interface DeliveryMapper {
    void insert(@Param("deliveries") List<NewDelivery> deliveries);

    void enqueue(@Param("deliveries") List<NewDelivery> deliveries);

    /** The endpoints for which something is due. */
    List<Long> dueEndpoints(@Param("now") Instant now);

    /** What is due for that endpoint, longest first, and is in nobody else's hands; locked until the transaction ends. */
    List<Long> lockDue(@Param("endpointId") long endpointId, @Param("now") Instant now, @Param("limit") int limit);

    /** Takes them up: until then nobody else does. */
    void lease(@Param("ids") Collection<Long> ids, @Param("until") Instant until);

    List<Due> byIds(@Param("ids") Collection<Long> ids);

    /** Records attempts; one that is recorded already stays as it is. */
    void insertAttempts(@Param("attempts") List<Finished> attempts);

    void finish(@Param("ids") Collection<Long> ids, @Param("state") DeliveryState state, @Param("now") Instant now);

    void dequeue(@Param("ids") Collection<Long> ids);

    /** Takes it from the queue if that attempt was the last to take it up, and says whether it was (1 or 0). */
    int dequeueClaimed(@Param("id") long id, @Param("attempt") int attempt);

    /** Puts it back, if that attempt was the last to take it up. */
    void reschedule(
            @Param("id") long id,
            @Param("attempt") int attempt,
            @Param("failures") int failures,
            @Param("dueAt") Instant dueAt);
}
