package cash.tuppence.webhook.delivery;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Times;
import cash.tuppence.outbox.Event;
import cash.tuppence.outbox.Listener;
import cash.tuppence.webhook.endpoint.Endpoint;
import cash.tuppence.webhook.endpoint.EndpointRows;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;

/**
 * Queues each event for every endpoint that wants to hear of it. What this node can send at once is taken up in the same
 * transaction, and goes out when that is committed: it does not wait for a round of the worker.
 */
public final class Enqueue implements Listener {
    /** A statement may have some ten thousand bound values, and no more. */
    private static final int MOST_IN_A_STATEMENT = 1_000;

    private final EndpointRows endpoints;
    private final KeyMaker keys;
    private final InstantSource clock;
    private final Sending sending;

    public Enqueue(EndpointRows endpoints, KeyMaker keys, InstantSource clock, DeliveryWorker worker) {
        this(endpoints, keys, clock, (Sending) worker);
    }

    Enqueue(EndpointRows endpoints, KeyMaker keys, InstantSource clock, Sending sending) {
        this.endpoints = endpoints;
        this.keys = keys;
        this.clock = clock;
        this.sending = sending;
    }

    @Override
    public Aftermath take(SqlSession session, List<Event> events) {
        Instant now = Times.now(clock);
        Set<Long> owners = events.stream().map(Event::ownerId).collect(Collectors.toSet());
        Queueing queueing = new Queueing(sending.places(), now);
        List<Endpoint> listening = endpoints.enabledOf(session, owners, now);
        for (Event event : events) {
            listening.stream()
                    .filter(endpoint -> wants(endpoint, event))
                    .forEach(endpoint -> queueing.add(endpoint, event));
        }
        queueing.write(session.getMapper(DeliveryMapper.class));
        return queueing;
    }

    private static boolean wants(Endpoint endpoint, Event event) {
        return endpoint.profileId() == event.ownerId()
                && endpoint.livemode() == event.livemode()
                && endpoint.events().matches(event.type());
    }

    /** What comes of the events of one transaction. */
    private final class Queueing implements Aftermath {
        private final Places places;
        private final Instant now;
        private final List<NewDelivery> deliveries = new ArrayList<>();
        private final List<Leased> takenUp = new ArrayList<>();

        Queueing(Places places, Instant now) {
            this.places = places;
            this.now = now;
        }

        void add(Endpoint endpoint, Event event) {
            if (places.takeAtOnce(endpoint.id().key())) {
                NewDelivery delivery = NewDelivery.takenUp(keys.newId(Delivery.PREFIX), endpoint, event, now);
                deliveries.add(delivery);
                takenUp.add(new Leased(delivery.toDue(event), endpoint));
            } else {
                deliveries.add(NewDelivery.waiting(keys.newId(Delivery.PREFIX), endpoint, event, now));
            }
        }

        void write(DeliveryMapper mapper) {
            for (int from = 0; from < deliveries.size(); from += MOST_IN_A_STATEMENT) {
                List<NewDelivery> part =
                        deliveries.subList(from, Math.min(from + MOST_IN_A_STATEMENT, deliveries.size()));
                mapper.insert(part);
                mapper.enqueue(part);
            }
        }

        @Override
        public void committed() {
            sending.begin(takenUp);
            if (takenUp.size() < deliveries.size()) {
                sending.wake();
            }
        }

        @Override
        public void undone() {
            places.giveBack();
        }
    }
}
