package cash.tuppence.webhook.delivery;

import cash.tuppence.core.PublicId;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.core.Times;
import cash.tuppence.db.Transactions;
import cash.tuppence.webhook.endpoint.Endpoint;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/** The log of what was said to endpoints, and saying it again. */
public final class Deliveries {
    public static final int MOST_AT_ONCE = 5_000;

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

    public List<Delivery> search(DeliveryQuery query) {
        return transactions.read(session -> mapper(session).search(query)).stream()
                .map(DeliveryRow::delivery)
                .toList();
    }

    public Optional<Delivery> find(long profileId, boolean livemode, PublicId id) {
        return transactions
                .read(session -> mapper(session).byPublicId(profileId, livemode, id.key(), id.nonce()))
                .map(DeliveryRow::delivery);
    }

    /** Every try of it, in order. */
    public List<Attempt> attempts(Delivery delivery) {
        return transactions.read(
                session -> mapper(session).attempts(delivery.id().key()));
    }

    /** Whether it is being sent, or about to be: nothing of it waits for a retry. */
    public boolean isUnderWay(Delivery delivery) {
        Instant latest = Times.now(clock).plus(Round.LEASE);
        return delivery.nextAttemptAt().filter(due -> !due.isAfter(latest)).isPresent();
    }

    /** The body that is sent at each try. */
    public String body(Delivery delivery) {
        Due due = transactions.read(
                session -> mapper(session).message(delivery.id().key()).orElseThrow());
        return new String(due.message().body(), StandardCharsets.UTF_8);
    }

    /**
     * Says it again, under the same {@code webhook-id}, once the caller's transaction is committed and {@link #committed}
     * called; if that fails, it is retried as at first.
     *
     * @throws Refusal where its endpoint is not called
     */
    public Delivery redeliver(SqlSession session, Endpoint endpoint, Delivery delivery) {
        requireOn(endpoint);
        long key = delivery.id().key();
        Instant now = Times.now(clock);
        if (delivery.state() == DeliveryState.PENDING) {
            mapper(session).hasten(key, now, now.plus(Round.LEASE));
        } else if (mapper(session).reopen(key, delivery.state()) == 1) {
            mapper(session).requeue(key, delivery.endpointId(), now);
        }
        PublicId id = delivery.id();
        return mapper(session)
                .byPublicId(endpoint.profileId(), endpoint.livemode(), id.key(), id.nonce())
                .orElseThrow()
                .delivery();
    }

    /** As above, in a transaction of its own. */
    public Delivery redeliver(Endpoint endpoint, Delivery delivery) {
        Delivery pending = transactions.run(session -> redeliver(session, endpoint, delivery));
        committed();
        return pending;
    }

    /**
     * Says again, once the caller's transaction is committed and {@link #committed} called, what that endpoint was told of
     * since then and did not take: what has failed for good, the oldest first, and what waits for its retry.
     *
     * @return how many those are; of those that failed {@link #MOST_AT_ONCE} at most, so that more is left where it is more
     * @throws Refusal where the endpoint is not called
     */
    public int redeliverFailed(SqlSession session, Endpoint endpoint, Instant since) {
        requireOn(endpoint);
        LogMapper mapper = mapper(session);
        long endpointId = endpoint.id().key();
        long fromId = DeliveryQuery.lowest(since);
        Instant now = Times.now(clock);
        List<Long> failed = mapper.lockFailed(endpointId, fromId, MOST_AT_ONCE);
        if (!failed.isEmpty()) {
            mapper.reopenAll(failed);
            mapper.requeueAll(failed, now);
        }
        return failed.size() + mapper.hastenAll(endpointId, fromId, now, now.plus(Round.LEASE));
    }

    /** As above, in a transaction of its own. */
    public int redeliverFailed(Endpoint endpoint, Instant since) {
        int count = transactions.run(session -> redeliverFailed(session, endpoint, since));
        committed();
        return count;
    }

    private static void requireOn(Endpoint endpoint) {
        if (!endpoint.isEnabled()) {
            throw new Refusal(Reason.ENDPOINT_OFF);
        }
    }

    /** Says that a transaction that queued something is committed. */
    public void committed() {
        wake.run();
    }

    private static LogMapper mapper(SqlSession session) {
        return session.getMapper(LogMapper.class);
    }
}
