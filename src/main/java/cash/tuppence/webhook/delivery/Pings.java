package cash.tuppence.webhook.delivery;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.PublicId;
import cash.tuppence.core.Times;
import cash.tuppence.db.Transactions;
import cash.tuppence.outbox.Event;
import cash.tuppence.outbox.EventType;
import cash.tuppence.outbox.NewEvent;
import cash.tuppence.outbox.Outbox;
import cash.tuppence.web.RateLimits;
import cash.tuppence.webhook.endpoint.Endpoint;
import cash.tuppence.webhook.endpoint.EndpointNews;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Asks an endpoint whether it hears us: at once, once, and whether it is switched on or not. */
public final class Pings {
    /** How often one endpoint may be pinged: each waits for a stranger's server. */
    public static final RateLimits.Limit LIMIT = new RateLimits.Limit("ping", 20, Duration.ofMinutes(1));

    private final Transactions transactions;
    private final EndpointNews news;
    private final KeyMaker keys;
    private final InstantSource clock;
    private final DeliveryWorker worker;

    public Pings(
            Transactions transactions, EndpointNews news, KeyMaker keys, InstantSource clock, DeliveryWorker worker) {
        this.transactions = transactions;
        this.news = news;
        this.keys = keys;
        this.clock = clock;
        this.worker = worker;
    }

    /**
     * A ping that is under way.
     *
     * @param recorded done when the log says what came of it
     */
    public record Started(PublicId deliveryId, CompletableFuture<Void> recorded) {
        /** Waits for it, but not longer than that. */
        public void awaitAtMost(Duration patience) {
            CompletableFuture<Void> over = recorded.copy().exceptionally(failure -> null);
            over.completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        }
    }

    public Started ping(Endpoint endpoint) {
        Instant now = Times.now(clock);
        NewEvent question = news.about(endpoint, EventType.PING);
        Event event = new Event(
                question.id().key(),
                question.id().nonce(),
                question.ownerId(),
                question.type().text(),
                question.livemode(),
                question.data(),
                question.createdAt());
        NewDelivery delivery = NewDelivery.takenUp(keys.newId(Delivery.PREFIX), endpoint, event, now);
        transactions.execute(session -> {
            Outbox.writeForOne(session, question);
            DeliveryMapper mapper = session.getMapper(DeliveryMapper.class);
            mapper.insert(List.of(delivery));
            mapper.enqueue(List.of(delivery));
        });
        return new Started(delivery.id(), worker.beginNow(new Leased(delivery.toDue(event), endpoint)));
    }
}
