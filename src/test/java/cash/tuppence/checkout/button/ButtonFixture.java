package cash.tuppence.checkout.button;

import cash.tuppence.business.BusinessMapper;
import cash.tuppence.business.Role;
import cash.tuppence.business.Team;
import cash.tuppence.checkout.Breaker;
import cash.tuppence.checkout.Checkout;
import cash.tuppence.checkout.CheckoutJsons;
import cash.tuppence.checkout.CheckoutMapper;
import cash.tuppence.checkout.Checkouts;
import cash.tuppence.checkout.FreshCheckouts;
import cash.tuppence.core.Asset;
import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Money;
import cash.tuppence.db.Transactions;
import cash.tuppence.ledger.stage.StageLimits;
import cash.tuppence.member.Viewer;
import cash.tuppence.outbox.Event;
import cash.tuppence.outbox.EventMapper;
import cash.tuppence.outbox.Outbox;
import cash.tuppence.testing.LedgerFixture;
import cash.tuppence.testing.SettableClock;
import cash.tuppence.testing.TestDatabase;
import cash.tuppence.wallet.event.EventCompanion;
import cash.tuppence.web.Urls;
import cash.tuppence.web.json.Json;
import cash.tuppence.webhook.Webhooks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A shelf of buttons and payers before it, on a database of its own. */
final class ButtonFixture implements AutoCloseable {
    private static final AtomicInteger KEYS_OF_EVENTS = new AtomicInteger(900);

    final Breaker breaker = new Breaker();
    final LedgerFixture cash;
    final Transactions transactions;
    final Json json = new Json();
    final CheckoutJsons jsons;
    final Outbox outbox;
    final Checkouts checkouts;
    final Buttons buttons;
    final Team team;
    final ButtonTill till;
    final long merchant;

    /** By an address that may be another than the schema's own. */
    ButtonFixture(TestDatabase schema, String url) {
        this(schema, url, 0);
    }

    /** Another node of the same house. */
    ButtonFixture another() {
        return new ButtonFixture(cash.schema, cash.schema.url(), merchant);
    }

    private ButtonFixture(TestDatabase schema, String url, long knownMerchant) {
        SettableClock clock = new SettableClock(Instant.parse("2026-11-01T12:00:00Z"));
        cash = new LedgerFixture(
                schema,
                url,
                StageLimits.DEFAULT,
                new ButtonCompanion(),
                new FreshCheckouts(),
                new EventCompanion(new KeyMaker(clock, KEYS_OF_EVENTS.incrementAndGet()), Webhooks.audience()),
                breaker);
        transactions = new Transactions(
                cash.database,
                List.of(ButtonMapper.class, CheckoutMapper.class, EventMapper.class, BusinessMapper.class));
        Urls urls = new Urls("https://cash.example");
        jsons = new CheckoutJsons(urls, json);
        outbox = new Outbox(transactions, () -> {});
        checkouts = new Checkouts(transactions, outbox, jsons, cash.keys, cash.clock);
        buttons = new Buttons(transactions, cash.keys, cash.clock);
        team = new Team(transactions, cash.clock);
        till = new ButtonTill(cash.ledger, cash.accounts, team, jsons, json, urls, cash.keys, cash.clock);
        merchant = knownMerchant == 0 ? cash.newOwner() : knownMerchant;
    }

    Viewer payer(long cents) {
        long account = cash.walletWith(cents);
        long profile = cash.accounts.find(account).orElseThrow().ownerId();
        return new Viewer(profile + 1_000, profile, "Pat", "pat", false);
    }

    Viewer colleague() {
        Viewer viewer = payer(1_00);
        transactions.execute(session -> team.join(session, merchant, viewer.memberId(), Role.CASHIER));
        return viewer;
    }

    Button button(long cents, Optional<Long> stock) {
        ButtonWish wish = new ButtonWish(ButtonState.ACTIVE, terms(cents, "A tin of tea"), stock);
        return transactions.run(session -> buttons.create(session, merchant, true, wish));
    }

    Button repriced(Button button, long cents) {
        return buttons.change(
                button,
                current -> new ButtonWish(
                        current.state(),
                        terms(cents, current.terms().description()),
                        current.tally().stock()));
    }

    private static ButtonTerms terms(long cents, String description) {
        return new ButtonTerms(
                ButtonKind.FIXED,
                Asset.USD,
                Optional.of(Money.ofMinor(cents, Asset.USD)),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                10,
                description,
                Optional.of("https://shop.example/return"),
                Optional.empty());
    }

    /** What a payer consents to who saw the button like that. */
    Purchase purchase(Button seen, long quantity) {
        return new Purchase(
                seen,
                cash.keys.newId(Checkout.PREFIX),
                seen.revision(),
                quantity,
                Money.ofUnits(seen.terms().price().units() * quantity, Asset.USD),
                "order-17",
                "");
    }

    Button again(Button button) {
        return buttons.find(button.id().text()).orElseThrow();
    }

    Optional<Checkout> checkout(Purchase purchase) {
        return checkouts.find(purchase.checkout().text());
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
