package cash.tuppence.checkout.api;

import cash.tuppence.checkout.Canceler;
import cash.tuppence.checkout.Checkout;
import cash.tuppence.checkout.CheckoutState;
import cash.tuppence.checkout.Checkouts;
import cash.tuppence.checkout.TillOrders;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.api.Caller;
import cash.tuppence.outbox.Outbox;
import cash.tuppence.wallet.idempotency.CallKey;
import cash.tuppence.wallet.idempotency.OncePerKey;
import cash.tuppence.web.Formats;
import cash.tuppence.web.json.Answer;
import cash.tuppence.web.json.Call;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.json.JsonServlet;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * {@code /api/v1/checkouts/{id}/cancel}: the merchant does not want it paid any more, or releases what was authorized.
 * Once more changes nothing.
 */
public final class CancelServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    private final transient Checkouts checkouts;
    private final transient TillOrders orders;
    private final transient Outcomes outcomes;
    private final transient OncePerKey once;
    private final transient Outbox outbox;

    public CancelServlet(
            Json json, Checkouts checkouts, TillOrders orders, Outcomes outcomes, OncePerKey once, Outbox outbox) {
        super(json);
        this.checkouts = checkouts;
        this.orders = orders;
        this.outcomes = outcomes;
        this.once = once;
        this.outbox = outbox;
    }

    @Override
    protected CompletableFuture<Answer> postLater(Call call) throws IOException {
        Caller caller = Merchants.caller(call);
        return once.run(call, caller, key -> cancel(call, caller, key));
    }

    /**
     * What somebody paid or authorized is the ledger's to end, and stays so: the answers of the two ways cannot meet
     * under one key, since whoever sees the payment looks for an answer after that.
     */
    private CompletableFuture<Answer> cancel(Call call, Caller caller, Optional<CallKey> key) {
        Checkout seen = Merchants.checkout(call, checkouts);
        Outcomes.Asked asked = new Outcomes.Asked(seen, key, Formats.locale(call.request()));
        if (seen.payment().isEmpty()) {
            return CompletableFuture.completedFuture(cancelUnpaid(asked, Canceler.merchant(caller.memberId())));
        }
        return once.known(key)
                .map(CompletableFuture::completedFuture)
                .orElseGet(() -> outcomes.carryOut(asked, orders.cancel(seen, caller.memberId())));
    }

    private Answer cancelUnpaid(Outcomes.Asked asked, Canceler by) {
        Answer answer = once.inTransaction(asked.key(), session -> {
            Checkout after = checkouts.cancel(session, asked.seen(), by);
            if (after.payment().isPresent()) {
                throw new Refusal(Reason.STATE_CONFLICT);
            }
            return after.state() == CheckoutState.CANCELED
                    ? outcomes.found(after)
                    : outcomes.refused(new Refusal(Reason.STATE_CONFLICT), asked.reader());
        });
        outbox.committed();
        return answer;
    }
}
