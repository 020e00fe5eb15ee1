package cash.tuppence.webhook.delivery;

import cash.tuppence.core.Times;
import cash.tuppence.db.Transactions;
import cash.tuppence.webhook.endpoint.Endpoint;
import cash.tuppence.webhook.endpoint.EndpointRows;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;

/** One transaction of the worker: records what is over, and takes up what is due. */
final class Round {
    /** Longer than an attempt can last. When it ends unrecorded, its node is taken for dead. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private static final int MOST_ABANDONED = 500;

    private final Transactions transactions;
    private final EndpointRows endpoints;
    private final Recorder recorder;
    private final InstantSource clock;

    Round(Transactions transactions, EndpointRows endpoints, Recorder recorder, InstantSource clock) {
        this.transactions = transactions;
        this.endpoints = endpoints;
        this.recorder = recorder;
        this.clock = clock;
    }

    /**
     * Records those, takes up as many as there is room for, and returns them, begun, once both are committed.
     */
    List<Leased> run(List<Finished> finished, Lanes lanes) {
        Instant now = Times.now(clock);
        Places places = new Places(lanes);
        boolean done = false;
        try {
            List<Leased> leased = transactions.run(session -> {
                recorder.record(session, finished, now);
                return claim(session, places, now);
            });
            done = true;
            return leased;
        } finally {
            if (!done) {
                places.giveBack();
            }
        }
    }

    /** Records those and takes up nothing. */
    void recordOnly(List<Finished> finished) {
        transactions.execute(session -> recorder.record(session, finished, Times.now(clock)));
    }

    private List<Leased> claim(SqlSession session, Places places, Instant now) {
        DeliveryMapper mapper = session.getMapper(DeliveryMapper.class);
        List<Long> due = mapper.dueEndpoints(now);
        places.waitingAre(due);
        if (due.isEmpty()) {
            return List.of();
        }
        // In a new order each time, so that no endpoint is always served last.
        Collections.shuffle(due);
        Map<Long, Endpoint> byId = endpoints.byIds(session, due, now).stream()
                .collect(Collectors.toMap(endpoint -> endpoint.id().key(), Function.identity()));
        List<Long> claimed = new ArrayList<>();
        for (long endpointId : due) {
            if (byId.get(endpointId).isEnabled()) {
                int most = places.takeAll(endpointId);
                List<Long> ids = lock(mapper, endpointId, now, most);
                places.leave(endpointId, most - ids.size());
                claimed.addAll(ids);
            } else {
                abandon(mapper, endpointId, now);
            }
        }
        return lease(mapper, claimed, byId, now);
    }

    private static List<Long> lock(DeliveryMapper mapper, long endpointId, Instant now, int most) {
        return most <= 0 ? List.of() : mapper.lockDue(endpointId, now, most);
    }

    private static List<Leased> lease(
            DeliveryMapper mapper, List<Long> claimed, Map<Long, Endpoint> byId, Instant now) {
        if (claimed.isEmpty()) {
            return List.of();
        }
        mapper.lease(claimed, now.plus(LEASE));
        return mapper.byIds(claimed).stream()
                .map(due -> new Leased(due, byId.get(due.endpointId())))
                .toList();
    }

    /** What waits for an endpoint that is not called any more has failed. */
    private static void abandon(DeliveryMapper mapper, long endpointId, Instant now) {
        List<Long> ids = lock(mapper, endpointId, now, MOST_ABANDONED);
        if (!ids.isEmpty()) {
            mapper.finish(ids, DeliveryState.FAILED, now);
            mapper.dequeue(ids);
        }
    }
}
