package cash.tuppence.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.PostingFailed;
import cash.tuppence.ledger.audit.Audit;
import cash.tuppence.member.Viewer;
import cash.tuppence.outbox.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TillTest {
    private final TillFixture fixture = new TillFixture();
    private final ExecutorService threads = Executors.newFixedThreadPool(32);

    @AfterEach
    void everyCentIsExplained() {
        threads.shutdown();
        assertThat(fixture.cash.audit()).isNotEmpty().allMatch(Audit.Check::holds);
        fixture.close();
    }

    @Test
    void theTransferTheStateAndTheEventSayTheSame() {
        Checkout checkout = fixture.checkout(2_50);
        Viewer payer = fixture.payer(10_00);
        pay(checkout, payer, OperationId.random());

        Checkout paid = fixture.again(checkout);
        assertThat(paid.state()).isEqualTo(CheckoutState.PAID);
        assertThat(paid.wasPaidBy(payer.profileId())).isTrue();
        assertThat(paid.progress().captured()).isEqualTo(paid.amount());
        assertThat(paid.progress().paidAt()).contains(fixture.cash.clock.instant());
        assertThat(fixture.balance(payer.profileId())).isEqualTo(7_50);
        assertThat(fixture.balance(fixture.merchant)).isEqualTo(2_50);
        assertThat(fixture.events()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("checkout.paid");
            assertThat(event.data()).isEqualTo(fixture.jsons.write(paid));
        });
    }

    @Test
    void whereOnePartFailsNoneIsThereAndTheSameFormPaysLater() {
        Checkout checkout = fixture.checkout(2_50);
        Viewer payer = fixture.payer(10_00);
        OperationId operation = OperationId.random();
        fixture.breaker.breaks = true;
        assertThatThrownBy(() -> pay(checkout, payer, operation)).isInstanceOf(PostingFailed.class);
        assertThat(fixture.again(checkout)).isEqualTo(checkout);
        assertThat(fixture.balance(payer.profileId())).isEqualTo(10_00);
        assertThat(fixture.events()).isEmpty();

        fixture.breaker.breaks = false;
        pay(checkout, payer, operation);
        assertThat(fixture.again(checkout).state()).isEqualTo(CheckoutState.PAID);
        assertThat(fixture.events()).hasSize(1);
    }

    @Test
    void aHundredPayersAtOncePayOnce() {
        Checkout checkout = fixture.checkout(2_50);
        List<Viewer> payers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            payers.add(fixture.payer(10_00));
        }
        List<Optional<Reason>> outcomes = atOnce(payers.stream()
                .map(payer -> attempt(checkout, payer, OperationId.random()))
                .toList());
        assertThat(outcomes.stream().filter(Optional::isEmpty)).hasSize(1);
        assertThat(outcomes.stream().flatMap(Optional::stream)).hasSize(99).containsOnly(Reason.CHECKOUT_CLOSED);
        assertThat(fixture.balance(fixture.merchant)).isEqualTo(2_50);
        assertThat(payers.stream()
                        .mapToLong(payer -> fixture.balance(payer.profileId()))
                        .sum())
                .isEqualTo(100 * 10_00 - 2_50);
        assertThat(fixture.events()).hasSize(1);
    }

    @Test
    void ofAThousandAttemptsToPayOneCheckoutOneSucceeds() {
        Checkout checkout = fixture.checkout(2_50);
        Viewer payer = fixture.payer(100_00);
        List<Supplier<Optional<Reason>>> attempts = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            attempts.add(attempt(checkout, payer, OperationId.random()));
        }
        assertThat(atOnce(attempts).stream().filter(Optional::isEmpty)).hasSize(1);
        assertThat(fixture.balance(payer.profileId())).isEqualTo(97_50);
    }

    @Test
    void oneFormSentManyTimesPaysOnceAndIsToldSoEachTime() {
        Checkout checkout = fixture.checkout(2_50);
        Viewer payer = fixture.payer(100_00);
        OperationId operation = OperationId.random();
        List<Supplier<Optional<Reason>>> attempts = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            attempts.add(attempt(checkout, payer, operation));
        }
        assertThat(atOnce(attempts)).containsOnly(Optional.empty());
        assertThat(fixture.balance(payer.profileId())).isEqualTo(97_50);
        assertThat(fixture.events()).hasSize(1);
    }

    @Test
    void manyCheckoutsAtOnceAreEachPaidOnce() {
        Viewer payer = fixture.payer(100_00);
        List<Checkout> checkouts = new ArrayList<>();
        List<Supplier<Optional<Reason>>> attempts = new ArrayList<>();
        for (int i = 1; i <= 30; i++) {
            Checkout checkout = fixture.checkout(i);
            checkouts.add(checkout);
            attempts.add(attempt(checkout, payer, OperationId.random()));
            attempts.add(attempt(checkout, payer, OperationId.random()));
        }
        assertThat(atOnce(attempts).stream().filter(Optional::isEmpty)).hasSize(30);
        assertThat(checkouts).allSatisfy(checkout -> {
            Checkout paid = fixture.again(checkout);
            assertThat(paid.state()).isEqualTo(CheckoutState.PAID);
            assertThat(paid.progress().captured()).isEqualTo(checkout.amount());
        });
        assertThat(fixture.balance(fixture.merchant)).isEqualTo(30 * 31 / 2);
        assertThat(fixture.events().stream().map(Event::data).distinct()).hasSize(30);
    }

    @Test
    void ofPayingAndCancelingAtOnceOneWins() {
        Viewer payer = fixture.payer(100_00);
        int paid = 0;
        for (int i = 0; i < 30; i++) {
            Checkout checkout = fixture.checkout(1);
            List<Optional<Reason>> outcomes = atOnce(List.of(attempt(checkout, payer, OperationId.random()), () -> {
                fixture.checkouts.cancel(checkout, Canceler.PAYER);
                return Optional.empty();
            }));
            CheckoutState state = fixture.again(checkout).state();
            assertThat(state).isIn(CheckoutState.PAID, CheckoutState.CANCELED);
            assertThat(outcomes.get(0).isEmpty()).isEqualTo(state == CheckoutState.PAID);
            paid += state == CheckoutState.PAID ? 1 : 0;
        }
        assertThat(fixture.balance(fixture.merchant)).isEqualTo(paid);
        assertThat(fixture.events()).hasSize(30);
    }

    @Test
    void whoeverHadTooLittleAndFilledUpCanPay() {
        Checkout checkout = fixture.checkout(2_50);
        Viewer poor = fixture.payer(1_00);
        assertThat(attempt(checkout, poor, OperationId.random()).get()).contains(Reason.INSUFFICIENT_FUNDS);
        assertThat(fixture.again(checkout)).isEqualTo(checkout);
        fixture.give(poor, 1_50);
        pay(checkout, poor, OperationId.random());
        assertThat(fixture.balance(poor.profileId())).isZero();
        assertThat(fixture.again(checkout).state()).isEqualTo(CheckoutState.PAID);
    }

    @Test
    void aColleagueOfTheMerchantIsRefused() {
        Checkout checkout = fixture.checkout(1);
        assertThat(attempt(checkout, fixture.colleague(), OperationId.random()).get())
                .contains(Reason.OWN_CHECKOUT);
        assertThat(fixture.again(checkout)).isEqualTo(checkout);
    }

    @Test
    void pastItsTimeNothingIsPaid() {
        Checkout checkout = fixture.checkout(1);
        Viewer payer = fixture.payer(1_00);
        fixture.cash.clock.advance(Duration.ofHours(1));
        assertThat(attempt(checkout, payer, OperationId.random()).get()).contains(Reason.CHECKOUT_CLOSED);
        assertThat(fixture.balance(payer.profileId())).isEqualTo(1_00);
    }

    @Test
    void expiryIsToldOnceHoweverManyNodesLook() {
        Checkout open = fixture.checkout(1);
        Checkout paid = fixture.checkout(2);
        pay(paid, fixture.payer(1_00), OperationId.random());
        Checkout canceled = fixture.checkouts.cancel(fixture.checkout(3), Canceler.PAYER);
        fixture.cash.clock.advance(Duration.ofHours(1));
        Checkout later = fixture.checkout(4);
        ExpireCheckouts job = fixture.expiry;
        List<Boolean> ran = atOnce(List.<Supplier<Boolean>>of(job::work, job::work, job::work, job::work));
        assertThat(ran).hasSize(4);

        Checkout expired = fixture.again(open);
        assertThat(expired.state()).isEqualTo(CheckoutState.EXPIRED);
        assertThat(expired).isEqualTo(open.asOf(fixture.cash.clock.instant()));
        assertThat(fixture.again(paid).state()).isEqualTo(CheckoutState.PAID);
        assertThat(fixture.again(canceled)).isEqualTo(canceled);
        assertThat(fixture.again(later)).isEqualTo(later);
        assertThat(fixture.events().stream().filter(event -> event.type().equals("checkout.expired")))
                .singleElement()
                .satisfies(event -> assertThat(event.data()).isEqualTo(fixture.jsons.write(expired)));
    }

    private void pay(Checkout checkout, Viewer payer, OperationId operation) {
        fixture.till.pay(checkout, payer, operation);
    }

    /** Empty where it was paid. */
    private Supplier<Optional<Reason>> attempt(Checkout checkout, Viewer payer, OperationId operation) {
        return () -> {
            try {
                pay(checkout, payer, operation);
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
