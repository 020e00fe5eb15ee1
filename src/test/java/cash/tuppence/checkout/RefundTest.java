package cash.tuppence.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cash.tuppence.checkout.refund.Refund;
import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.ledger.Kind;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.PostingFailed;
import cash.tuppence.ledger.audit.Audit;
import cash.tuppence.member.Viewer;
import cash.tuppence.testing.CutProxy;
import cash.tuppence.testing.TestDatabase;
import java.io.IOException;
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

/** Back to the payer at once, never more than was paid, however often and by however many at once. */
class RefundTest {
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private CutProxy wire;
    private TillFixture fixture;
    private Viewer payer;

    @BeforeEach
    void start() throws IOException {
        TestDatabase schema = TestDatabase.fresh();
        wire = new CutProxy(schema);
        fixture = new TillFixture(schema, wire.url(schema));
        payer = fixture.payer(10_00);
    }

    @AfterEach
    void everyCentIsExplained() throws IOException {
        threads.shutdown();
        assertThat(fixture.cash.audit()).isNotEmpty().allMatch(Audit.Check::holds);
        fixture.close();
        wire.close();
    }

    private Checkout paid(long cents) {
        Checkout checkout = fixture.checkout(cents);
        fixture.till.pay(checkout, payer, OperationId.random());
        return fixture.again(checkout);
    }

    private static void refund(TillFixture node, Checkout checkout, long cents, OperationId operation) {
        node.till.carryOut(
                node.refunds.order(checkout, Money.ofMinor(cents, Asset.USD), "It was broken", 0), operation);
    }

    private List<Refund> refunds(Checkout checkout) {
        return fixture.refunds.ofCheckout(checkout, Long.MAX_VALUE, 100);
    }

    @Test
    void aPartAndThenTheRestGoBack() {
        Checkout checkout = paid(2_50);
        refund(fixture, checkout, 1_00, OperationId.random());

        Checkout partly = fixture.again(checkout);
        assertThat(partly.state()).isEqualTo(CheckoutState.PARTIALLY_REFUNDED);
        assertThat(partly.progress().refundable()).isEqualTo(Money.ofMinor(1_50, Asset.USD));
        assertThat(fixture.balance(payer.profileId())).isEqualTo(8_50);

        refund(fixture, checkout, 1_50, OperationId.random());
        assertThat(fixture.again(checkout).state()).isEqualTo(CheckoutState.REFUNDED);
        assertThat(fixture.balance(payer.profileId())).isEqualTo(10_00);
        assertThat(fixture.balance(fixture.merchant)).isZero();
        assertThat(refunds(checkout)).extracting(Refund::sequence).containsExactly(4L, 3L);
        assertThat(fixture.refunds.ofPayment(checkout.payment().orElseThrow().transferId()))
                .hasSize(2);
        assertThat(fixture.cash.row(refunds(checkout).get(0).transferId().key()))
                .satisfies(transfer -> {
                    assertThat(transfer.kind()).isEqualTo(Kind.REFUND);
                    assertThat(transfer.message()).isEqualTo("It was broken");
                });
    }

    @Test
    void theEventTellsWhatTheApiTells() {
        Checkout checkout = paid(2_50);
        refund(fixture, checkout, 1_00, OperationId.random());

        Refund refund = refunds(checkout).get(0);
        assertThat(fixture.events().get(0).type()).isEqualTo("refund.created");
        assertThat(fixture.events().get(0).data())
                .isEqualTo(fixture.refunds.textOf(refund.transferId().key()));
    }

    @Test
    void moreThanIsLeftIsRefused() {
        Checkout checkout = paid(2_50);
        refund(fixture, checkout, 2_00, OperationId.random());
        assertThat(attempt(fixture, checkout, 51, OperationId.random()).get()).contains(Reason.REFUND_TOO_LARGE);
        refund(fixture, checkout, 50, OperationId.random());
        assertThat(attempt(fixture, checkout, 1, OperationId.random()).get()).contains(Reason.STATE_CONFLICT);
        assertThat(refunds(checkout)).hasSize(2);
    }

    @Test
    void whatABusinessDoesNotHaveItCannotGiveBack() {
        Checkout checkout = paid(2_50);
        long wallet = fixture.cash.accounts.open(fixture.merchant, Asset.USD);
        long elsewhere = fixture.cash.walletWith(0);
        fixture.cash.post(fixture.cash.send(wallet, elsewhere, 1_00));
        assertThat(attempt(fixture, checkout, 2_50, OperationId.random()).get()).contains(Reason.INSUFFICIENT_FUNDS);
        assertThat(fixture.again(checkout)).isEqualTo(checkout);
        assertThat(refunds(checkout)).isEmpty();
        refund(fixture, checkout, 1_50, OperationId.random());
        assertThat(fixture.balance(fixture.merchant)).isZero();
    }

    @Test
    void manyAtOnceOnTwoNodesGiveBackNoMoreThanWasPaid() {
        // Otherwise it would be the empty wallet that stops them.
        fixture.cash.post(fixture.cash.send(
                fixture.cash.walletWith(50_00), fixture.cash.accounts.open(fixture.merchant, Asset.USD), 50_00));
        try (TillFixture other = fixture.another()) {
            Checkout checkout = paid(1_00);
            List<Supplier<Optional<Reason>>> attempts = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                attempts.add(attempt(i % 2 == 0 ? fixture : other, checkout, 15, OperationId.random()));
            }
            List<Optional<Reason>> outcomes = atOnce(attempts);
            assertThat(outcomes.stream().filter(Optional::isEmpty)).hasSize(6);
            assertThat(outcomes.stream().flatMap(Optional::stream)).containsOnly(Reason.REFUND_TOO_LARGE);
            assertThat(fixture.balance(payer.profileId())).isEqualTo(9_90);
            assertThat(refunds(checkout)).hasSize(6);
        }
    }

    @Test
    void oneRefundSentManyTimesIsOneRefund() {
        Checkout checkout = paid(1_00);
        OperationId operation = OperationId.random();
        List<Supplier<Optional<Reason>>> attempts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            attempts.add(attempt(fixture, checkout, 10, operation));
        }
        assertThat(atOnce(attempts)).containsOnly(Optional.empty());
        assertThat(refunds(checkout)).hasSize(1);
        assertThat(fixture.balance(payer.profileId())).isEqualTo(9_10);
    }

    @Test
    void whereOnePartFailsNothingWentBackAndTheSameRefundGoesThroughLater() {
        Checkout checkout = paid(1_00);
        OperationId operation = OperationId.random();
        fixture.breaker.breaks = true;
        assertThatThrownBy(() -> refund(fixture, checkout, 40, operation)).isInstanceOf(PostingFailed.class);
        assertThat(fixture.again(checkout)).isEqualTo(checkout);
        assertThat(refunds(checkout)).isEmpty();
        fixture.breaker.breaks = false;
        refund(fixture, checkout, 40, operation);
        assertThat(refunds(checkout)).hasSize(1);
    }

    @Test
    void aRefundWhoseAnswerToCommitIsLostFindsItself() {
        Checkout checkout = paid(1_00);
        wire.cutNext(CutProxy.Cut.AFTER_COMMIT);
        refund(fixture, checkout, 40, OperationId.random());
        wire.cutNext(CutProxy.Cut.BEFORE_COMMIT);
        refund(fixture, checkout, 50, OperationId.random());

        assertThat(wire.cuts()).isEqualTo(2);
        assertThat(refunds(checkout)).hasSize(2);
        assertThat(fixture.balance(payer.profileId())).isEqualTo(9_90);
    }

    /** Empty where it was done. */
    private static Supplier<Optional<Reason>> attempt(
            TillFixture node, Checkout checkout, long cents, OperationId operation) {
        return () -> {
            try {
                refund(node, checkout, cents, operation);
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
