package cash.tuppence.webhook.delivery;

import cash.tuppence.core.PublicId;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.core.Times;
import cash.tuppence.db.Transactions;
import cash.tuppence.webhook.endpoint.Endpoint;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/** The log of what was said to endpoints, and saying it again. All methods open a transaction of their own. */
public final class Deliveries {
    private final Transactions transactions;
    private final InstantSource clock;
    private final Runnable wake;

    /**
     * @param wake has what is queued sent at once; must not block
     */
    public Deliveries(Transactions transactions, InstantSource clock, Runnable wake) {
        this.transactions = transactions;
        this.clock = clock;
        this.wake = wake;
    }

    /**
     * The endpoint's, newest first.
     *
     * @param beforeId a key to go on from, {@link Long#MAX_VALUE} to start
     */
    public List<Delivery> list(Endpoint endpoint, long beforeId, int limit) {
        return transactions
                .read(session -> mapper(session).ofEndpoint(endpoint.id().key(), beforeId, limit))
                .stream()
                .map(DeliveryRow::delivery)
                .toList();
    }

    public Optional<Delivery> find(long profileId, PublicId id) {
        return transactions
                .read(session -> mapper(session).byPublicId(profileId, id.key(), id.nonce()))
                .map(DeliveryRow::delivery);
    }

    /** Every try of it, in order. */
    public List<Attempt> attempts(Delivery delivery) {
        return transactions.read(
                session -> mapper(session).attempts(delivery.id().key()));
    }

    /** Says it again, now, under the same {@code webhook-id}; if that fails, it is retried as at first. */
    public Delivery redeliver(long profileId, PublicId id) {
        Delivery delivery = get(profileId, id);
        Instant now = Times.now(clock);
        transactions.execute(session -> queueAgain(mapper(session), delivery, now));
        wake.run();
        return get(profileId, id);
    }

    private static void queueAgain(LogMapper mapper, Delivery delivery, Instant now) {
        long key = delivery.id().key();
        if (delivery.state() == DeliveryState.PENDING) {
            mapper.hasten(key, now, now.plus(Round.LEASE));
        } else if (mapper.reopen(key, delivery.state()) == 1) {
            mapper.requeue(key, delivery.endpointId(), now);
        }
    }

    private Delivery get(long profileId, PublicId id) {
        return find(profileId, id).orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
    }

    private static LogMapper mapper(SqlSession session) {
        return session.getMapper(LogMapper.class);
    }
}
