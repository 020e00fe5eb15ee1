package cash.tuppence.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.PostingFailed;
import cash.tuppence.ledger.TransferState;
import cash.tuppence.ledger.audit.Audit;
import cash.tuppence.member.Viewer;
import cash.tuppence.outbox.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is reserved for a checkout is captured, released or given back in time: exactly one of these. */
class AuthorizationTest {
    private final TillFixture fixture = new TillFixture();
    private final Viewer payer = fixture.payer(10_00);
    private final ExecutorService threads = Executors.newFixedThreadPool(8);

    @AfterEach
    void everyCentIsExplained() {
        threads.shutdown();
        assertThat(fixture.cash.audit()).isNotEmpty().allMatch(Audit.Check::holds);
        fixture.close();
    }

    private Checkout authorized(long cents) {
        Checkout checkout = fixture.checkout(cents, Capture.MANUAL);
        fixture.till.pay(checkout, payer, OperationId.random());
        return fixture.again(checkout);
    }

    private static Optional<Money> cents(long cents) {
        return Optional.of(Money.ofMinor(cents, Asset.USD));
    }

    private static void capture(TillFixture node, Checkout checkout, Optional<Money> amount, OperationId operation) {
        node.till.carryOut(node.orders.capture(checkout, amount, 0), operation);
    }

    private static void cancel(TillFixture node, Checkout checkout) {
        node.till.carryOut(node.orders.cancel(checkout, 0), OperationId.random());
    }

    private long available() {
        return fixture.cash.available(fixture.cash.accounts.open(payer.profileId(), Asset.USD));
    }

    private List<String> told() {
        return fixture.events().stream().map(Event::type).toList();
    }

    private TransferState hold(Checkout checkout) {
        return fixture.cash.row(checkout.payment().orElseThrow().transferId()).state();
    }

    @Test
    void toAuthorizeReservesAndMovesNothing() {
        Checkout checkout = authorized(2_50);

        Instant now = fixture.cash.clock.instant();
        assertThat(checkout.state()).isEqualTo(CheckoutState.AUTHORIZED);
        assertThat(checkout.progress().authorizationExpiresAt()).contains(now.plus(TillOrders.AUTHORIZATION_TIME));
        assertThat(checkout.progress().captured().isPositive()).isFalse();
        assertThat(checkout.wasPaidBy(payer.profileId())).isTrue();
        assertThat(fixture.balance(payer.profileId())).isEqualTo(10_00);
        assertThat(available()).isEqualTo(7_50);
        assertThat(fixture.balance(fixture.merchant)).isZero();
        assertThat(fixture.events()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("checkout.authorized");
            assertThat(event.data()).isEqualTo(fixture.jsons.write(checkout));
        });
    }

    @Test
    void capturedInPartTheRestIsFreeAtOnce() {
        Checkout checkout = authorized(2_50);
        capture(fixture, checkout, cents(1_00), OperationId.random());

        Checkout paid = fixture.again(checkout);
        assertThat(paid.state()).isEqualTo(CheckoutState.PAID);
        assertThat(paid.progress().captured()).isEqualTo(Money.ofMinor(1_00, Asset.USD));
        assertThat(paid.progress().authorizationExpiresAt()).isEmpty();
        assertThat(available()).isEqualTo(9_00);
        assertThat(fixture.balance(fixture.merchant)).isEqualTo(1_00);
        assertThat(told()).containsExactly("checkout.paid", "checkout.authorized");
    }

    @Test
    void capturedAllOfItOrMoreThanThatIsRefused() {
        Checkout checkout = authorized(2_50);
        assertThat(attempt(() -> capture(fixture, checkout, cents(2_51), OperationId.random()))
                        .get())
                .contains(Reason.HOLD_EXCEEDED);
        capture(fixture, checkout, Optional.empty(), OperationId.random());
        assertThat(fixture.balance(fixture.merchant)).isEqualTo(2_50);
    }

    @Test
    void aCaptureSentTwiceIsOneCapture() {
        Checkout checkout = authorized(2_50);
        OperationId operation = OperationId.random();
        capture(fixture, checkout, cents(1_00), operation);
        capture(fixture, checkout, cents(1_00), operation);
        assertThat(attempt(() -> capture(fixture, checkout, cents(1_00), OperationId.random()))
                        .get())
                .contains(Reason.HOLD_NOT_OPEN);
        assertThat(fixture.balance(fixture.merchant)).isEqualTo(1_00);
        assertThat(told()).containsExactly("checkout.paid", "checkout.authorized");
    }

    @Test
    void canceledWhatWasReservedIsFreeAgain() {
        Checkout checkout = authorized(2_50);
        cancel(fixture, checkout);

        assertThat(fixture.again(checkout).state()).isEqualTo(CheckoutState.CANCELED);
        assertThat(hold(checkout)).isEqualTo(TransferState.VOIDED);
        assertThat(available()).isEqualTo(10_00);
        assertThat(told()).containsExactly("checkout.canceled", "checkout.authorized");
    }

    @Test
    void theSecondOfTwoPayersIsTooLate() {
        Checkout checkout = authorized(2_50);
        Viewer other = fixture.payer(10_00);
        assertThat(attempt(() -> fixture.till.pay(checkout, other, OperationId.random()))
                        .get())
                .contains(Reason.CHECKOUT_CLOSED);
        assertThat(fixture.balance(other.profileId())).isEqualTo(10_00);
    }

    @Test
    void pastItsTimeItIsExpiredAndNothingCapturesIt() {
        Checkout checkout = authorized(2_50);
        fixture.cash.clock.advance(TillOrders.AUTHORIZATION_TIME);

        assertThat(fixture.again(checkout).state()).isEqualTo(CheckoutState.EXPIRED);
        assertThat(attempt(() -> capture(fixture, checkout, Optional.empty(), OperationId.random()))
                        .get())
                .contains(Reason.HOLD_NOT_OPEN);
        assertThat(attempt(() -> cancel(fixture, checkout)).get()).contains(Reason.STATE_CONFLICT);
        assertThat(available()).isEqualTo(7_50);

        atOnce(List.of(attempt(fixture.expiry::work), attempt(fixture.expiry::work), attempt(fixture.expiry::work)));
        assertThat(fixture.again(checkout).progress().sequence()).isEqualTo(3);
        assertThat(hold(checkout)).isEqualTo(TransferState.EXPIRED);
        assertThat(available()).isEqualTo(10_00);
        assertThat(told()).containsExactly("checkout.expired", "checkout.authorized");
    }

    @Test
    void beforeItsTimeTheJobLeavesItAlone() {
        Checkout checkout = authorized(2_50);
        fixture.cash.clock.advance(TillOrders.AUTHORIZATION_TIME.minus(Duration.ofNanos(1_000)));
        fixture.expiry.finish();
        assertThat(fixture.again(checkout)).isEqualTo(checkout);
        capture(fixture, checkout, Optional.empty(), OperationId.random());
        assertThat(fixture.balance(fixture.merchant)).isEqualTo(2_50);
    }

    @Test
    void ofCapturingCancelingAndExpiringAtOnceOnTwoNodesOneHappens() {
        try (TillFixture other = fixture.another()) {
            for (int i = 0; i < 20; i++) {
                assertOneOf(other, authorized(1));
            }
        }
        assertThat(fixture.events()).hasSize(40);
    }

    private void assertOneOf(TillFixture other, Checkout checkout) {
        long before = fixture.balance(fixture.merchant);
        // To one node the time is over, to the other it is not: clocks of nodes differ.
        other.cash.clock.set(fixture.cash.clock.instant().plus(TillOrders.AUTHORIZATION_TIME));
        List<Optional<Reason>> outcomes = atOnce(List.of(
                attempt(() -> capture(fixture, checkout, Optional.empty(), OperationId.random())),
                attempt(() -> cancel(fixture, checkout)),
                attempt(() -> other.till.carryOut(other.orders.expire(checkout), OperationId.random()))));

        assertThat(outcomes.stream().filter(Optional::isEmpty)).hasSize(1);
        CheckoutState state = fixture.again(checkout).state();
        List<CheckoutState> ends = List.of(CheckoutState.PAID, CheckoutState.CANCELED, CheckoutState.EXPIRED);
        assertThat(outcomes.get(ends.indexOf(state))).isEmpty();
        assertThat(fixture.balance(fixture.merchant) - before).isEqualTo(state == CheckoutState.PAID ? 1 : 0);
        assertThat(available()).isEqualTo(10_00 - fixture.balance(fixture.merchant));
    }

    @Test
    void whereOnePartFailsNothingIsReservedOrCaptured() {
        Checkout open = fixture.checkout(2_50, Capture.MANUAL);
        OperationId authorize = OperationId.random();
        fixture.breaker.breaks = true;
        assertThatThrownBy(() -> fixture.till.pay(open, payer, authorize)).isInstanceOf(PostingFailed.class);
        assertThat(fixture.again(open)).isEqualTo(open);
        assertThat(available()).isEqualTo(10_00);
        fixture.breaker.breaks = false;
        fixture.till.pay(open, payer, authorize);

        Checkout checkout = fixture.again(open);
        OperationId capture = OperationId.random();
        fixture.breaker.breaks = true;
        assertThatThrownBy(() -> capture(fixture, checkout, cents(1_00), capture))
                .isInstanceOf(PostingFailed.class);
        assertThat(fixture.again(checkout)).isEqualTo(checkout);
        assertThat(hold(checkout)).isEqualTo(TransferState.HELD);
        fixture.breaker.breaks = false;
        capture(fixture, checkout, cents(1_00), capture);
        assertThat(fixture.balance(fixture.merchant)).isEqualTo(1_00);
    }

    @Test
    void aThousandAttemptsToReserveForOneCheckoutReserveOnce() {
        Checkout checkout = fixture.checkout(1, Capture.MANUAL);
        List<Supplier<Optional<Reason>>> attempts = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            attempts.add(attempt(() -> fixture.till.pay(checkout, payer, OperationId.random())));
        }
        assertThat(atOnce(attempts).stream().filter(Optional::isEmpty)).hasSize(1);
        assertThat(available()).isEqualTo(9_99);
    }

    /** Empty where it was done. */
    private static Supplier<Optional<Reason>> attempt(Runnable work) {
        return () -> {
            try {
                work.run();
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
