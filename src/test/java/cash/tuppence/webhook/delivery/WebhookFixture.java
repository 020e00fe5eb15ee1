package cash.tuppence.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.PublicId;
import cash.tuppence.core.Times;
import cash.tuppence.db.Database;
import cash.tuppence.db.DatabaseSettings;
import cash.tuppence.db.Migrator;
import cash.tuppence.db.Nodes;
import cash.tuppence.db.SecretBox;
import cash.tuppence.db.Transactions;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.outbox.Event;
import cash.tuppence.outbox.EventMapper;
import cash.tuppence.outbox.EventType;
import cash.tuppence.outbox.FanOut;
import cash.tuppence.outbox.NewEvent;
import cash.tuppence.outbox.Outbox;
import cash.tuppence.testing.SettableClock;
import cash.tuppence.testing.TestDatabase;
import cash.tuppence.trail.Trail;
import cash.tuppence.webhook.Receiver;
import cash.tuppence.webhook.endpoint.Endpoint;
import cash.tuppence.webhook.endpoint.EndpointMapper;
import cash.tuppence.webhook.endpoint.EndpointNews;
import cash.tuppence.webhook.endpoint.EndpointRows;
import cash.tuppence.webhook.endpoint.Endpoints;
import cash.tuppence.webhook.outgoing.AllowedAddresses;
import cash.tuppence.webhook.outgoing.Limits;
import cash.tuppence.webhook.outgoing.Sender;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** A schema of its own, the services over it, and as many workers on it as a test wants. */
final class WebhookFixture implements AutoCloseable {
    static final long SHOP = 42;
    static final Instant START = Instant.parse("2026-11-01T12:00:00Z");

    final SettableClock clock = new SettableClock(START);
    final TestDatabase schema = TestDatabase.fresh();
    final Database database = new Database(new DatabaseSettings(schema.url(), schema.user(), schema.password(), 8));
    final Transactions transactions = new Transactions(
            database,
            Stream.concat(
                            Stream.of(EventMapper.class, EndpointMapper.class, DeliveryMapper.class, LogMapper.class),
                            Trail.MAPPERS.stream())
                    .toList());
    final KeyMaker keys;
    final EndpointRows rows = new EndpointRows(new SecretBox(new byte[32]));
    final Endpoints endpoints;
    final Deliveries deliveries;
    final Outbox outbox = new Outbox(transactions, () -> {});
    final FanOut fanOut;
    final EndpointNews news;
    private final List<DeliveryWorker> workers = new ArrayList<>();

    WebhookFixture() {
        new Migrator(database).migrate();
        keys = new KeyMaker(clock, new Nodes(database).next());
        endpoints = new Endpoints(
                transactions, keys, clock, rows, AllowedAddresses.PUBLIC_AND_LOOPBACK, new Trail(new byte[32], clock));
        news = new EndpointNews(rows, outbox, keys, clock);
        deliveries = new Deliveries(transactions, clock, () -> {});
        fanOut = new FanOut(transactions, List.of(new Enqueue(rows, keys, clock, queueOnly())));
    }

    Endpoint endpoint(Receiver receiver) {
        return endpoints.create(SHOP, true, receiver.url(), List.of("checkout.paid"), OperationId.random());
    }

    /** Commits an event that the shop is to hear of, and returns its {@code webhook-id}. */
    String happens() {
        return happens(EventType.CHECKOUT_PAID, "{\"id\":\"co_1\",\"sequence\":3}");
    }

    String happens(EventType type, String data) {
        NewEvent event = event(type, data);
        transactions.execute(session -> outbox.write(session, event));
        return event.id().text();
    }

    NewEvent event(EventType type, String data) {
        PublicId id = keys.newId(Event.PREFIX);
        return new NewEvent(id, SHOP, type, true, data, Times.now(clock));
    }

    /** Nobody sends where it is queued. */
    static Sending queueOnly() {
        return new Sending() {
            @Override
            public Places places() {
                return new Places(new Lanes(new LaneLimits(0, 0, 0, 0, 0)));
            }

            @Override
            public void begin(List<Leased> leased) {
                assertThat(leased).isEmpty();
            }

            @Override
            public void wake() {
                // The tests go on by themselves.
            }
        };
    }

    /** A worker with the limits of the contract, but a short wait for answers. */
    DeliveryWorker worker() {
        return worker(LaneLimits.DEFAULT, Duration.ofSeconds(1));
    }

    DeliveryWorker worker(LaneLimits limits, Duration longestAnswer) {
        return worker(limits, longestAnswer, () -> {});
    }

    DeliveryWorker worker(LaneLimits limits, Duration longestAnswer, Runnable wake) {
        DeliveryWorker worker = new DeliveryWorker(round(), new Lanes(limits), sender(longestAnswer), clock, wake);
        workers.add(worker);
        return worker;
    }

    Sender sender(Duration longestAnswer) {
        return new Sender(AllowedAddresses.PUBLIC_AND_LOOPBACK, new Limits(longestAnswer, longestAnswer, 96));
    }

    Round round() {
        return new Round(transactions, rows, new Recorder(new RetrySchedule(new SplittableRandom(1)), news), clock);
    }

    /** What a node does that fans out, takes up what is due, and dies before it sends. */
    List<Leased> takeUpAndDie() {
        fanOut.finish();
        return round().run(List.of(), new Lanes(LaneLimits.DEFAULT));
    }

    /** Fans out and sends until nothing is due. */
    void deliver(DeliveryWorker worker) {
        fanOut.finish();
        worker.finish();
    }

    List<Delivery> log(Endpoint endpoint) {
        return deliveries.search(DeliveryQuery.all(endpoint.id().key(), 10_000));
    }

    Endpoint again(Endpoint endpoint) {
        return endpoints.find(SHOP, endpoint.id()).orElseThrow();
    }

    @Override
    public void close() {
        workers.forEach(DeliveryWorker::close);
        database.close();
    }
}
