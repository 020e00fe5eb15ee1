package cash.tuppence.bench.purchase;

import cash.tuppence.bench.database.BenchDatabase;
import cash.tuppence.bench.database.BenchLedger;
import cash.tuppence.bench.database.Wallets;
import cash.tuppence.business.BusinessMapper;
import cash.tuppence.business.Team;
import cash.tuppence.checkout.Capture;
import cash.tuppence.checkout.Checkout;
import cash.tuppence.checkout.CheckoutCompanion;
import cash.tuppence.checkout.CheckoutJsons;
import cash.tuppence.checkout.CheckoutMapper;
import cash.tuppence.checkout.Checkouts;
import cash.tuppence.checkout.Terms;
import cash.tuppence.checkout.Till;
import cash.tuppence.checkout.TillOrders;
import cash.tuppence.core.Money;
import cash.tuppence.db.SecretBox;
import cash.tuppence.ledger.Accounts;
import cash.tuppence.ledger.Ledger;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.member.Viewer;
import cash.tuppence.outbox.EventMapper;
import cash.tuppence.outbox.FanOut;
import cash.tuppence.outbox.Jobs;
import cash.tuppence.outbox.Outbox;
import cash.tuppence.trail.Trail;
import cash.tuppence.wallet.event.EventCompanion;
import cash.tuppence.web.Urls;
import cash.tuppence.web.json.Json;
import cash.tuppence.webhook.Webhooks;
import cash.tuppence.webhook.delivery.DeliveryWorker;
import cash.tuppence.webhook.outgoing.AllowedAddresses;
import cash.tuppence.webhook.signing.SigningSecret;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The product's till and outbox on a schema of their own, as one node has them, with a business that is paid. */
final class Shop implements AutoCloseable {
    private static final Wallets WALLETS = new Wallets(10_000, 0);
    private static final int JOB_THREADS = 4;
    private static final InstantSource CLOCK = InstantSource.system();

    private final BenchLedger bench;
    private final Jobs jobs = new Jobs(JOB_THREADS);
    private final Webhooks webhooks;
    private final Ledger ledger;
    private final Checkouts checkouts;
    private final Till till;
    private final Terms terms;
    private final AtomicLong purchases = new AtomicLong();
    private volatile boolean delivers;

    Shop(BenchDatabase database) throws SQLException {
        bench = new BenchLedger(database.newSchema(), database.user(), database.password(), mappers());
        WALLETS.seed(bench.database);
        SecretBox box = new SecretBox(new byte[32]);
        Runnable wakeDelivery = () -> jobs.wake(DeliveryWorker.NAME);
        Runnable wakeFanOut = () -> jobs.wake(FanOut.NAME);
        Outbox outbox = new Outbox(bench.transactions, wakeFanOut);
        webhooks = new Webhooks(
                bench.transactions,
                bench.keys,
                CLOCK,
                box,
                AllowedAddresses.ANY,
                outbox,
                new Trail(new byte[32], CLOCK),
                wakeDelivery);
        jobs.add(new FanOut(bench.transactions, List.of(webhooks.listener())));
        webhooks.jobs().forEach(jobs::add);
        CheckoutJsons jsons = new CheckoutJsons(new Urls("https://cash.example.test"), new Json());
        checkouts = new Checkouts(bench.transactions, outbox, jsons, bench.keys, CLOCK);
        ledger = bench.stage(
                List.of(new CheckoutCompanion(), new EventCompanion(bench.keys, Webhooks.audience())), this::committed);
        Accounts accounts = new Accounts(bench.transactions, bench.keys, CLOCK);
        till = new Till(
                ledger, new TillOrders(accounts, jsons, bench.keys, CLOCK), new Team(bench.transactions, CLOCK));
        terms = terms();
    }

    private static Class<?>[] mappers() {
        return Stream.concat(
                        Stream.of(CheckoutMapper.class, EventMapper.class, BusinessMapper.class),
                        Webhooks.MAPPERS.stream())
                .toArray(Class<?>[]::new);
    }

    private Terms terms() {
        return new Terms(
                Money.ofMinor(2, bench.asset()),
                Capture.AUTOMATIC,
                "A cup of tea and a slice of cake",
                "order-17",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                "https://shop.example.test/return",
                Optional.empty());
    }

    /** Has callbacks delivered there, too, from now on. */
    void tell(String url, SigningSecret secret) {
        webhooks.endpoints().ensure(Wallets.HOT, true, url, List.of("checkout.paid"), secret);
        if (!delivers) {
            delivers = true;
            jobs.start();
        }
    }

    private void committed() {
        if (delivers) {
            jobs.wake(FanOut.NAME);
        }
    }

    /** One whole purchase, but for its callback. */
    int purchase() {
        Checkout made = bench.transactions.run(
                session -> checkouts.create(session, Wallets.HOT, true, terms, Duration.ofHours(1)));
        Checkout seen = checkouts.find(made.id().text()).orElseThrow();
        till.pay(seen, payer(ThreadLocalRandom.current().nextLong(2, WALLETS.rich() + 1L)), OperationId.random());
        purchases.incrementAndGet();
        return 1;
    }

    /** How many there have been. */
    long purchases() {
        return purchases.get();
    }

    private static Viewer payer(long profileId) {
        return new Viewer(profileId, profileId, "Pat", "pat", false);
    }

    BenchLedger bench() {
        return bench;
    }

    @Override
    public void close() {
        jobs.close();
        webhooks.close();
        ledger.close();
        bench.close();
    }
}
