package cash.tuppence.checkout.api;

import cash.tuppence.checkout.Checkout;
import cash.tuppence.checkout.CheckoutJsons;
import cash.tuppence.checkout.CheckoutState;
import cash.tuppence.checkout.Checkouts;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.web.json.Answer;
import cash.tuppence.web.json.Call;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.json.JsonServlet;

/** {@code /api/v1/checkouts/{id}/cancel}: the merchant does not want it paid any more. Once more changes nothing. */
public final class CancelServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    private final transient Checkouts checkouts;
    private final transient CheckoutJsons jsons;

    public CancelServlet(Json json, Checkouts checkouts, CheckoutJsons jsons) {
        super(json);
        this.checkouts = checkouts;
        this.jsons = jsons;
    }

    @Override
    protected Answer post(Call call) {
        Checkout after = checkouts.cancel(Merchants.checkout(call, checkouts));
        if (after.state() != CheckoutState.CANCELED) {
            throw new Refusal(Reason.STATE_CONFLICT);
        }
        return call.ok(jsons.of(after));
    }
}
