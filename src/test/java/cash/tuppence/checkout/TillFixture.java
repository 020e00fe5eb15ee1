package cash.tuppence.checkout;

import cash.tuppence.business.BusinessMapper;
import cash.tuppence.business.Role;
import cash.tuppence.business.Team;
import cash.tuppence.checkout.refund.RefundCompanion;
import cash.tuppence.checkout.refund.RefundMapper;
import cash.tuppence.checkout.refund.Refunds;
import cash.tuppence.core.Asset;
import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Money;
import cash.tuppence.db.Transactions;
import cash.tuppence.ledger.AccountType;
import cash.tuppence.ledger.Kind;
import cash.tuppence.ledger.stage.StageLimits;
import cash.tuppence.member.Viewer;
import cash.tuppence.outbox.Event;
import cash.tuppence.outbox.EventMapper;
import cash.tuppence.outbox.Outbox;
import cash.tuppence.testing.LedgerFixture;
import cash.tuppence.testing.SettableClock;
import cash.tuppence.testing.TestDatabase;
import cash.tuppence.wallet.event.EventCompanion;
import cash.tuppence.wallet.invitation.Endings;
import cash.tuppence.wallet.listing.ListHolds;
import cash.tuppence.wallet.listing.UnlistPosted;
import cash.tuppence.web.Urls;
import cash.tuppence.web.json.Json;
import cash.tuppence.webhook.Webhooks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A till with a merchant at it and payers before it, on a database of its own. */
final class TillFixture implements AutoCloseable {
    private static final AtomicInteger KEYS_OF_EVENTS = new AtomicInteger(900);

    final Breaker breaker = new Breaker();
    final LedgerFixture cash;
    final Transactions transactions;
    final Json json = new Json();
    final CheckoutJsons jsons = new CheckoutJsons(new Urls("https://cash.example"), json);
    final Team team;
    final Outbox outbox;
    final Checkouts checkouts;
    final TillOrders orders;
    final Till till;
    final Refunds refunds;
    final ExpireCheckouts expiry;
    final long merchant;

    TillFixture() {
        this(TestDatabase.fresh());
    }

    private TillFixture(TestDatabase schema) {
        this(schema, schema.url(), 0);
    }

    /** By way of another address than the schema's own. */
    TillFixture(TestDatabase schema, String url) {
        this(schema, url, 0);
    }

    /** Another node of the same house. */
    TillFixture another() {
        return new TillFixture(cash.schema, cash.schema.url(), merchant);
    }

    private TillFixture(TestDatabase schema, String url, long knownMerchant) {
        SettableClock clock = new SettableClock(Instant.parse("2026-11-01T12:00:00Z"));
        cash = new LedgerFixture(
                schema,
                url,
                StageLimits.DEFAULT,
                new CheckoutCompanion(),
                new RefundCompanion(),
                new Endings(),
                new ListHolds(),
                new UnlistPosted(),
                new EventCompanion(new KeyMaker(clock, KEYS_OF_EVENTS.incrementAndGet()), Webhooks.audience()),
                breaker);
        transactions = new Transactions(
                cash.database,
                List.of(CheckoutMapper.class, RefundMapper.class, EventMapper.class, BusinessMapper.class));
        team = new Team(transactions, cash.clock);
        outbox = new Outbox(transactions, () -> {});
        checkouts = new Checkouts(transactions, outbox, jsons, cash.keys, cash.clock);
        orders = new TillOrders(cash.accounts, jsons, cash.keys, cash.clock);
        till = new Till(cash.ledger, orders, team);
        refunds = new Refunds(transactions, orders, json, cash.keys);
        expiry = new ExpireCheckouts(checkouts, till, orders);
        merchant = knownMerchant == 0 ? cash.newOwner() : knownMerchant;
    }

    /** Somebody with so many cents. */
    Viewer payer(long cents) {
        long account = cash.walletWith(cents);
        long profile = cash.accounts.find(account).orElseThrow().ownerId();
        return new Viewer(profile + 1_000, profile, "Pat", "pat", false);
    }

    void give(Viewer viewer, long cents) {
        long bank = cash.accounts.ofSystem(AccountType.BANK, Asset.USD);
        long wallet = cash.accounts.open(viewer.profileId(), Asset.USD);
        cash.post(cash.transfer(Kind.GRANT, bank, wallet, cents));
    }

    Viewer colleague() {
        Viewer viewer = payer(1_00);
        transactions.execute(session -> team.join(session, merchant, viewer.memberId(), Role.CASHIER));
        return viewer;
    }

    Checkout checkout(long cents) {
        return checkout(cents, Capture.AUTOMATIC);
    }

    Checkout checkout(long cents, Capture capture) {
        Terms terms = new Terms(
                Money.ofMinor(cents, Asset.USD),
                capture,
                "A tin of tea",
                "order-17",
                Optional.of("customer@example.com"),
                List.of(new Item("Tea", 1, Optional.of(Money.ofMinor(cents, Asset.USD)))),
                Optional.of("{\"a\":1}"),
                "https://shop.example/return",
                Optional.empty());
        return transactions.run(session -> checkouts.create(session, merchant, true, terms, Duration.ofHours(1)));
    }

    Checkout again(Checkout checkout) {
        return checkouts.find(checkout.id().text()).orElseThrow();
    }

    List<Event> events() {
        return outbox.list(merchant, true, Long.MAX_VALUE, 100);
    }

    /** In cents. */
    long balance(long profileId) {
        return cash.balance(cash.accounts.open(profileId, Asset.USD));
    }

    @Override
    public void close() {
        cash.close();
    }
}
