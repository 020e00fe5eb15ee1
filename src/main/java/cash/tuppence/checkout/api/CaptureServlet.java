package cash.tuppence.checkout.api;

import cash.tuppence.checkout.Checkout;
import cash.tuppence.checkout.Checkouts;
import cash.tuppence.checkout.TillOrders;
import cash.tuppence.core.Money;
import cash.tuppence.core.Reason;
import cash.tuppence.member.api.Caller;
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

/** {@code /api/v1/checkouts/{id}/capture}: the merchant takes what was authorized, or a part of it. */
public final class CaptureServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    private final transient Checkouts checkouts;
    private final transient TillOrders orders;
    private final transient Outcomes outcomes;
    private final transient OncePerKey once;

    public CaptureServlet(Json json, Checkouts checkouts, TillOrders orders, Outcomes outcomes, OncePerKey once) {
        super(json);
        this.checkouts = checkouts;
        this.orders = orders;
        this.outcomes = outcomes;
        this.once = once;
    }

    @Override
    protected CompletableFuture<Answer> postLater(Call call) throws IOException {
        Caller caller = Merchants.caller(call);
        return once.run(call, caller, key -> capture(call, caller, key));
    }

    private CompletableFuture<Answer> capture(Call call, Caller caller, Optional<CallKey> key) throws IOException {
        CaptureBody body = call.body(CaptureBody.class);
        Checkout seen = Merchants.checkout(call, checkouts);
        Optional<Money> amount = Parts.read(body.amount(), seen.amount(), Reason.CAPTURE_TOO_LARGE);
        Outcomes.Asked asked = new Outcomes.Asked(seen, key, Formats.locale(call.request()));
        if (seen.payment().isEmpty()) {
            return CompletableFuture.completedFuture(
                    outcomes.conflictUnless(asked, current -> current.payment().isPresent()));
        }
        return once.known(key)
                .map(CompletableFuture::completedFuture)
                .orElseGet(() -> outcomes.carryOut(asked, orders.capture(seen, amount, caller.memberId())));
    }
}
