package cash.tuppence.webhook.delivery;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Times;
import cash.tuppence.outbox.Event;
import cash.tuppence.outbox.Listener;
import cash.tuppence.webhook.endpoint.Endpoint;
import cash.tuppence.webhook.endpoint.EndpointRows;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;

/** Queues each event for every endpoint that wants to hear of it. */
public final class Enqueue implements Listener {
    /** A statement may have some ten thousand bound values, and no more. */
    private static final int MOST_IN_A_STATEMENT = 1_000;

    private final EndpointRows endpoints;
    private final KeyMaker keys;
    private final InstantSource clock;
    private final Runnable wake;

    /**
     * @param wake has what is queued sent at once; must not block
     */
    public Enqueue(EndpointRows endpoints, KeyMaker keys, InstantSource clock, Runnable wake) {
        this.endpoints = endpoints;
        this.keys = keys;
        this.clock = clock;
        this.wake = wake;
    }

    @Override
    public void take(SqlSession session, List<Event> events) {
        Instant now = Times.now(clock);
        Set<Long> owners = events.stream().map(Event::ownerId).collect(Collectors.toSet());
        List<Endpoint> listening = endpoints.enabledOf(session, owners, now);
        List<NewDelivery> deliveries = events.stream()
                .flatMap(event -> listening.stream()
                        .filter(endpoint -> wants(endpoint, event))
                        .map(endpoint -> delivery(endpoint, event, now)))
                .toList();
        write(session.getMapper(DeliveryMapper.class), deliveries);
    }

    private static boolean wants(Endpoint endpoint, Event event) {
        return endpoint.profileId() == event.ownerId()
                && endpoint.livemode() == event.livemode()
                && endpoint.events().matches(event.type());
    }

    private NewDelivery delivery(Endpoint endpoint, Event event, Instant now) {
        return new NewDelivery(keys.newId(Delivery.PREFIX), endpoint.id().key(), event.id(), now);
    }

    private static void write(DeliveryMapper mapper, List<NewDelivery> deliveries) {
        for (int from = 0; from < deliveries.size(); from += MOST_IN_A_STATEMENT) {
            List<NewDelivery> part = deliveries.subList(from, Math.min(from + MOST_IN_A_STATEMENT, deliveries.size()));
            mapper.insert(part);
            mapper.enqueue(part);
        }
    }

    @Override
    public void committed() {
        wake.run();
    }
}
