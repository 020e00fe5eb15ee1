package cash.tuppence.checkout.api;

import cash.tuppence.checkout.Checkout;
import cash.tuppence.checkout.CheckoutJsons;
import cash.tuppence.checkout.CheckoutState;
import cash.tuppence.checkout.Checkouts;
import cash.tuppence.checkout.Till;
import cash.tuppence.checkout.TillOrder;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.Outcome;
import cash.tuppence.outbox.EventType;
import cash.tuppence.wallet.idempotency.Answering;
import cash.tuppence.wallet.idempotency.CallKey;
import cash.tuppence.wallet.idempotency.OncePerKey;
import cash.tuppence.web.Messages;
import cash.tuppence.web.json.Answer;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.json.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/** Carries out what merchants' programs ask for, and answers once it is decided. */
public final class Outcomes {
    static final int OK = 200;
    static final int CREATED = 201;

    private final Till till;
    private final Checkouts checkouts;
    private final CheckoutJsons jsons;
    private final OncePerKey once;
    private final Json json;
    private final Messages messages;
    private final Executor afterwards;

    /**
     * @param afterwards does what has to wait for the database
     */
    public Outcomes(
            Till till,
            Checkouts checkouts,
            CheckoutJsons jsons,
            OncePerKey once,
            Json json,
            Messages messages,
            Executor afterwards) {
        this.till = till;
        this.checkouts = checkouts;
        this.jsons = jsons;
        this.once = once;
        this.json = json;
        this.messages = messages;
        this.afterwards = afterwards;
    }

    /** A call and what it is about: who reads the answer, and the key under which it is kept. */
    record Asked(Checkout seen, Optional<CallKey> key, Locale reader) {}

    /** As it stands. */
    Answer found(Checkout checkout) {
        return new Answer(OK, jsons.write(checkout), false);
    }

    Answer refused(Refusal refusal, Locale reader) {
        return new Answer(refusal.reason().status(), json.write(Problem.of(List.of(refusal), messages, reader)), false);
    }

    /**
     * For what cannot be done yet, or never: under its lock, so that this answer and one of the till's cannot both be
     * given under one key.
     *
     * @param possible whether the till decides about it; what is possible once stays so
     */
    Answer conflictUnless(Asked asked, Predicate<Checkout> possible) {
        return once.inTransaction(asked.key(), session -> {
            if (possible.test(checkouts.lock(session, asked.seen()))) {
                throw new Refusal(Reason.STATE_CONFLICT);
            }
            return refused(new Refusal(Reason.STATE_CONFLICT), asked.reader());
        });
    }

    /** Does it, and tells how the checkout stands then. */
    CompletableFuture<Answer> carryOut(Asked asked, TillOrder order) {
        return carryOut(asked, order, OK, transferId -> jsons.write(current(asked)));
    }

    private Checkout current(Asked asked) {
        return checkouts.find(asked.seen().id().text()).orElseThrow();
    }

    /**
     * Does it, and tells what it made.
     *
     * @param later JSON of what it made, by its transfer, where only that is known any more
     */
    CompletableFuture<Answer> carryOut(Asked asked, TillOrder order, int status, LongFunction<String> later) {
        Answering answering = new Answering(
                asked.key(),
                draft -> new Answer(status, order.tells().apply(draft), false),
                denial -> refused(order, denial.refusal(), asked.reader()));
        OperationId operation = asked.key().map(CallKey::operation).orElseGet(OperationId::random);
        return till.submit(order, operation, answering)
                .thenCompose(outcome -> answering
                        .given()
                        .filter(answer -> !outcome.replayed() && !isOtherBody(outcome))
                        .map(CompletableFuture::completedFuture)
                        .orElseGet(() ->
                                CompletableFuture.supplyAsync(() -> twins(asked, outcome, status, later), afterwards)));
    }

    private static boolean isOtherBody(Outcome outcome) {
        return outcome.equals(new Outcome.Refused(Reason.OPERATION_ID_REUSED, false));
    }

    /** To cancel what is canceled changes nothing, and is no fault. */
    private Answer refused(TillOrder order, Refusal refusal, Locale reader) {
        return order.change()
                .standing()
                .filter(standing ->
                        standing.state() == CheckoutState.CANCELED && order.event() == EventType.CHECKOUT_CANCELED)
                .map(this::found)
                .orElseGet(() -> refused(refusal, reader));
    }

    /** What was kept with the outcome, to the letter; or what stands now, where it is not kept any more. */
    private Answer twins(Asked asked, Outcome outcome, int status, LongFunction<String> later) {
        return once.known(asked.key())
                .orElseGet(() -> new Answer(status, later.apply(outcome.transferIdOrRefuse()), outcome.replayed()));
    }
}
