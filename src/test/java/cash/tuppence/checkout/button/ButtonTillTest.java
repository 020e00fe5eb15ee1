package cash.tuppence.checkout.button;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cash.tuppence.checkout.Checkout;
import cash.tuppence.checkout.CheckoutState;
import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.ledger.PostingFailed;
import cash.tuppence.ledger.audit.Audit;
import cash.tuppence.member.Viewer;
import cash.tuppence.testing.CutProxy;
import cash.tuppence.testing.TestDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ButtonTillTest {
    private final ExecutorService threads = Executors.newFixedThreadPool(32);
    private CutProxy wire;
    private ButtonFixture fixture;

    @BeforeEach
    void start() throws IOException {
        TestDatabase schema = TestDatabase.fresh();
        wire = new CutProxy(schema);
        fixture = new ButtonFixture(schema, wire.url(schema));
    }

    @AfterEach
    void everyCentIsExplained() throws IOException {
        threads.shutdown();
        assertThat(fixture.cash.audit()).isNotEmpty().allMatch(Audit.Check::holds);
        fixture.close();
        wire.close();
    }

    @Test
    void theTransferTheCheckoutTheStockAndTheEventSayTheSame() {
        Button button = fixture.button(2_50, Optional.of(5L));
        Viewer payer = fixture.payer(10_00);
        Purchase purchase = fixture.purchase(button, 2);
        assertThat(fixture.checkout(purchase)).isEmpty();

        fixture.till.sell(purchase, payer);

        Checkout paid = fixture.checkout(purchase).orElseThrow();
        assertThat(paid.state()).isEqualTo(CheckoutState.PAID);
        assertThat(paid.amount()).isEqualTo(Money.ofMinor(5_00, Asset.USD));
        assertThat(paid.progress().captured()).isEqualTo(paid.amount());
        assertThat(paid.wasPaidBy(payer.profileId())).isTrue();
        assertThat(paid.terms().items())
                .singleElement()
                .satisfies(item -> assertThat(item.quantity()).isEqualTo(2));
        assertThat(paid.terms().metadata())
                .hasValueSatisfying(
                        metadata -> assertThat(metadata).contains(button.id().text(), "\"quantity\":2"));
        Tally tally = fixture.again(button).tally();
        assertThat(tally).isEqualTo(new Tally(Optional.of(3L), 2, 1, paid.amount()));
        assertThat(fixture.balance(payer.profileId())).isEqualTo(5_00);
        assertThat(fixture.balance(fixture.merchant)).isEqualTo(5_00);
        assertThat(fixture.events()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("checkout.paid");
            assertThat(event.data()).isEqualTo(fixture.jsons.write(paid));
        });
    }

    @Test
    void whereOnePartFailsNoneIsThereAndTheSameConsentPaysLater() throws SQLException {
        Button button = fixture.button(2_50, Optional.of(1L));
        Viewer payer = fixture.payer(10_00);
        Purchase purchase = fixture.purchase(button, 1);
        fixture.breaker.breaks = true;
        assertThatThrownBy(() -> fixture.till.sell(purchase, payer)).isInstanceOf(PostingFailed.class);
        assertThat(fixture.again(button)).isEqualTo(button);
        assertThat(fixture.cash.count("select count(*) from checkouts")).isZero();
        assertThat(fixture.balance(payer.profileId())).isEqualTo(10_00);

        fixture.breaker.breaks = false;
        fixture.till.sell(purchase, payer);
        fixture.till.sell(purchase, payer);
        assertThat(fixture.balance(payer.profileId())).isEqualTo(7_50);
        assertThat(fixture.cash.count("select count(*) from checkouts")).isEqualTo(1);
        assertThat(fixture.again(button).tally().stock()).contains(0L);
    }

    @Test
    void ofAHundredBuyersAtOnceForTheLastThreeExactlyThreeGetOne() throws SQLException {
        Button button = fixture.button(1_00, Optional.of(3L));
        List<Viewer> payers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            payers.add(fixture.payer(1_00));
        }
        List<Optional<Reason>> outcomes = atOnce(payers.stream()
                .map(payer -> attempt(fixture.purchase(button, 1), payer))
                .toList());
        assertThat(outcomes.stream().filter(Optional::isEmpty)).hasSize(3);
        assertThat(outcomes.stream().flatMap(Optional::stream)).hasSize(97).containsOnly(Reason.SOLD_OUT);
        assertThat(fixture.again(button).tally())
                .isEqualTo(new Tally(Optional.of(0L), 3, 3, Money.ofMinor(3_00, Asset.USD)));
        assertThat(fixture.balance(fixture.merchant)).isEqualTo(3_00);
        assertThat(fixture.cash.count("select count(*) from checkouts")).isEqualTo(3);
        assertThat(fixture.events()).hasSize(3);
    }

    @Test
    void twoNodesAtOnceSellTheLastThreeToThree() throws SQLException {
        Button button = fixture.button(1_00, Optional.of(3L));
        try (ButtonFixture other = fixture.another()) {
            List<Supplier<Optional<Reason>>> attempts = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                ButtonFixture node = i % 2 == 0 ? fixture : other;
                attempts.add(attempt(node, fixture.purchase(button, 1), fixture.payer(1_00)));
            }
            assertThat(atOnce(attempts).stream().filter(Optional::isEmpty)).hasSize(3);
        }
        assertThat(fixture.again(button).tally().stock()).contains(0L);
        assertThat(fixture.cash.count("select count(*) from checkouts")).isEqualTo(3);
    }

    @Test
    void aPaymentWhoseAnswerToCommitIsLostFindsItself() throws SQLException {
        Button button = fixture.button(1_00, Optional.of(5L));
        Viewer payer = fixture.payer(10_00);
        wire.cutNext(CutProxy.Cut.AFTER_COMMIT);
        fixture.till.sell(fixture.purchase(button, 1), payer);
        wire.cutNext(CutProxy.Cut.BEFORE_COMMIT);
        fixture.till.sell(fixture.purchase(button, 2), payer);

        assertThat(wire.cuts()).isEqualTo(2);
        assertThat(fixture.cash.count("select count(*) from checkouts where state = 'paid'"))
                .isEqualTo(2);
        assertThat(fixture.again(button).tally().stock()).contains(2L);
        assertThat(fixture.balance(payer.profileId())).isEqualTo(7_00);
    }

    /** The node that took the consent is gone; its payer sends the same form to another. */
    @Test
    void aConsentThatOneNodeDecidedIsKnownToAnother() throws SQLException {
        Button button = fixture.button(1_00, Optional.of(5L));
        Viewer payer = fixture.payer(10_00);
        Purchase purchase = fixture.purchase(button, 1);
        try (ButtonFixture other = fixture.another()) {
            other.till.sell(purchase, payer);
        }
        fixture.till.sell(purchase, payer);
        assertThat(fixture.cash.count("select count(*) from checkouts")).isEqualTo(1);
        assertThat(fixture.balance(payer.profileId())).isEqualTo(9_00);
    }

    @Test
    void quantitiesNeverSellMoreThanThereIs() {
        Button button = fixture.button(10, Optional.of(7L));
        Viewer payer = fixture.payer(100_00);
        List<Supplier<Optional<Reason>>> attempts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            attempts.add(attempt(fixture.purchase(button, 2), payer));
        }
        assertThat(atOnce(attempts).stream().filter(Optional::isEmpty)).hasSize(3);
        assertThat(fixture.again(button).tally().stock()).contains(1L);
        assertThat(attempt(fixture.purchase(button, 1), payer).get()).isEmpty();
    }

    @Test
    void oneConsentSentManyTimesPaysOnceAndIsToldSoEachTime() throws SQLException {
        Button button = fixture.button(2_50, Optional.of(9L));
        Viewer payer = fixture.payer(100_00);
        Purchase purchase = fixture.purchase(button, 1);
        List<Supplier<Optional<Reason>>> attempts = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            attempts.add(attempt(purchase, payer));
        }
        assertThat(atOnce(attempts)).containsOnly(Optional.empty());
        assertThat(fixture.balance(payer.profileId())).isEqualTo(97_50);
        assertThat(fixture.again(button).tally().stock()).contains(8L);
        assertThat(fixture.cash.count("select count(*) from checkouts")).isEqualTo(1);
        assertThat(fixture.events()).hasSize(1);
    }

    @Test
    void oneConsentWithAnotherQuantityIsRefused() {
        Button button = fixture.button(1_00, Optional.empty());
        Viewer payer = fixture.payer(10_00);
        Purchase one = fixture.purchase(button, 1);
        fixture.till.sell(one, payer);
        Purchase two = new Purchase(
                button,
                one.checkout(),
                one.revision(),
                2,
                Money.ofMinor(2_00, Asset.USD),
                one.reference(),
                one.message());
        assertThat(attempt(two, payer).get()).contains(Reason.OPERATION_ID_REUSED);
        assertThat(fixture.balance(payer.profileId())).isEqualTo(9_00);
    }

    @Test
    void whoeverSawAnotherPricePaysNothing() {
        Button button = fixture.button(1_00, Optional.empty());
        Viewer payer = fixture.payer(10_00);
        Purchase seen = fixture.purchase(button, 1);
        Button dearer = fixture.repriced(button, 2_00);
        assertThat(dearer.revision()).isEqualTo(2);
        assertThat(attempt(seen, payer).get()).contains(Reason.OFFER_CHANGED);
        assertThat(fixture.checkout(seen)).isEmpty();
        assertThat(attempt(fixture.purchase(dearer, 1), payer).get()).isEmpty();
        assertThat(fixture.balance(payer.profileId())).isEqualTo(8_00);
    }

    @Test
    void whatIsRetiredOrOnesOwnIsNotSold() {
        Button button = fixture.button(1_00, Optional.empty());
        assertThat(attempt(fixture.purchase(button, 1), fixture.colleague()).get())
                .contains(Reason.OWN_CHECKOUT);
        fixture.buttons.put(button, ButtonState.RETIRED);
        assertThat(attempt(fixture.purchase(button, 1), fixture.payer(1_00)).get())
                .contains(Reason.BUTTON_RETIRED);
    }

    @Test
    void aRefusalForLackOfCashLeavesTheStock() {
        Button button = fixture.button(1_00, Optional.of(1L));
        assertThat(attempt(fixture.purchase(button, 1), fixture.payer(50)).get())
                .contains(Reason.INSUFFICIENT_FUNDS);
        assertThat(fixture.again(button)).isEqualTo(button);
        assertThat(attempt(fixture.purchase(button, 1), fixture.payer(1_00)).get())
                .isEmpty();
    }

    /** Empty where it was paid. */
    private Supplier<Optional<Reason>> attempt(Purchase purchase, Viewer payer) {
        return attempt(fixture, purchase, payer);
    }

    private static Supplier<Optional<Reason>> attempt(ButtonFixture node, Purchase purchase, Viewer payer) {
        return () -> {
            try {
                node.till.sell(purchase, payer);
                return Optional.empty();
            } catch (Refusal refusal) {
                return Optional.of(refusal.reason());
            }
        };
    }

    private <T> List<T> atOnce(List<Supplier<T>> work) {
        List<CompletableFuture<T>> running = work.stream()
                .map(one -> CompletableFuture.supplyAsync(one, threads))
                .toList();
        return running.stream().map(CompletableFuture::join).toList();
    }
}
