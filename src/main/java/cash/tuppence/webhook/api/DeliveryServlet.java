package cash.tuppence.webhook.api;

import cash.tuppence.web.json.Answer;
import cash.tuppence.web.json.Call;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.json.JsonServlet;
import cash.tuppence.webhook.delivery.Deliveries;
import cash.tuppence.webhook.delivery.Delivery;

/** {@code /api/v1/deliveries/{id}}: what was sent, and what was answered to each try. */
public final class DeliveryServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    private final transient Deliveries deliveries;

    public DeliveryServlet(Json json, Deliveries deliveries) {
        super(json);
        this.deliveries = deliveries;
    }

    @Override
    protected Answer get(Call call) {
        Delivery delivery = Merchants.delivery(call, Merchants.caller(call), deliveries);
        return call.ok(DeliveryDetailJson.of(delivery, deliveries));
    }
}
