package cash.tuppence.checkout.api;

import cash.tuppence.checkout.CheckoutJsons;
import cash.tuppence.checkout.Checkouts;
import cash.tuppence.web.json.Answer;
import cash.tuppence.web.json.Call;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.json.JsonServlet;

/** {@code /api/v1/checkouts/{id}}: how one stands. */
public final class CheckoutServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    private final transient Checkouts checkouts;
    private final transient CheckoutJsons jsons;

    public CheckoutServlet(Json json, Checkouts checkouts, CheckoutJsons jsons) {
        super(json);
        this.checkouts = checkouts;
        this.jsons = jsons;
    }

    @Override
    protected Answer get(Call call) {
        return call.ok(jsons.of(Merchants.checkout(call, checkouts)));
    }
}
