package cash.tuppence.checkout.api;

import cash.tuppence.checkout.Checkout;
import cash.tuppence.checkout.Checkouts;
import cash.tuppence.checkout.TillOrder;
import cash.tuppence.checkout.refund.Refund;
import cash.tuppence.checkout.refund.RefundJson;
import cash.tuppence.checkout.refund.Refunds;
import cash.tuppence.core.Money;
import cash.tuppence.core.PublicId;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.api.Caller;
import cash.tuppence.wallet.idempotency.CallKey;
import cash.tuppence.wallet.idempotency.OncePerKey;
import cash.tuppence.web.Faults;
import cash.tuppence.web.Formats;
import cash.tuppence.web.PlainText;
import cash.tuppence.web.json.Answer;
import cash.tuppence.web.json.Call;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.json.JsonServlet;
import cash.tuppence.web.json.Listing;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** {@code /api/v1/checkouts/{id}/refunds}: the merchant gives back all or a part, and lists what went back. */
public final class RefundsServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_REASON = 280;

    private final transient Checkouts checkouts;
    private final transient Refunds refunds;
    private final transient Outcomes outcomes;
    private final transient OncePerKey once;

    public RefundsServlet(Json json, Checkouts checkouts, Refunds refunds, Outcomes outcomes, OncePerKey once) {
        super(json);
        this.checkouts = checkouts;
        this.refunds = refunds;
        this.outcomes = outcomes;
        this.once = once;
    }

    @Override
    protected Answer get(Call call) {
        int limit = call.limit();
        long before = call.cursor(RefundsServlet::key).orElse(Long.MAX_VALUE);
        List<Refund> found = refunds.ofCheckout(Merchants.checkout(call, checkouts), before, limit + 1);
        return call.ok(Listing.of(found.stream().map(RefundJson::of).toList(), limit, RefundJson::id));
    }

    private static long key(String cursor) {
        return PublicId.parse(Refund.PREFIX, cursor).map(PublicId::key).orElseThrow(() -> new Refusal(Reason.INVALID));
    }

    @Override
    protected CompletableFuture<Answer> postLater(Call call) throws IOException {
        Caller caller = Merchants.caller(call);
        return once.run(call, caller, key -> refund(call, caller, key));
    }

    private CompletableFuture<Answer> refund(Call call, Caller caller, Optional<CallKey> key) throws IOException {
        RefundBody body = call.body(RefundBody.class);
        Checkout seen = Merchants.checkout(call, checkouts);
        Outcomes.Asked asked = new Outcomes.Asked(seen, key, Formats.locale(call.request()));
        if (!seen.state().wasPaid()) {
            return CompletableFuture.completedFuture(
                    outcomes.conflictUnless(asked, current -> current.state().wasPaid()));
        }
        Optional<Answer> known = once.known(key);
        if (known.isPresent()) {
            return CompletableFuture.completedFuture(known.get());
        }
        TillOrder order = refunds.order(seen, amount(body, seen), reason(body), caller.memberId());
        return outcomes.carryOut(asked, order, Outcomes.CREATED, refunds::textOf);
    }

    /** Where nothing is left, the till says so. */
    private static Money amount(RefundBody body, Checkout seen) {
        Money left = seen.progress().refundable();
        Money captured = seen.progress().captured();
        return Parts.read(body.amount(), captured, Reason.REFUND_TOO_LARGE).orElse(left.isPositive() ? left : captured);
    }

    private static String reason(RefundBody body) {
        Faults faults = new Faults();
        String typed = body.reason() == null ? "" : body.reason();
        Optional<String> reason = faults.collect("reason", () -> PlainText.line(typed, LONGEST_REASON));
        faults.throwIfAny();
        return reason.orElseThrow();
    }
}
