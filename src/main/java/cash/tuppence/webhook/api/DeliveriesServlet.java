package cash.tuppence.webhook.api;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.api.Caller;
import cash.tuppence.web.json.Answer;
import cash.tuppence.web.json.Call;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.json.JsonServlet;
import cash.tuppence.web.json.Listing;
import cash.tuppence.webhook.delivery.Deliveries;
import cash.tuppence.webhook.delivery.Delivery;
import cash.tuppence.webhook.delivery.DeliveryQuery;
import cash.tuppence.webhook.delivery.DeliveryState;
import cash.tuppence.webhook.endpoint.Endpoint;
import cash.tuppence.webhook.endpoint.Endpoints;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code /api/v1/webhook_endpoints/{id}/deliveries}: what was said to an endpoint, and what became of it. */
public final class DeliveriesServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    private final transient Endpoints endpoints;
    private final transient Deliveries deliveries;

    public DeliveriesServlet(Json json, Endpoints endpoints, Deliveries deliveries) {
        super(json);
        this.endpoints = endpoints;
        this.deliveries = deliveries;
    }

    @Override
    protected Answer get(Call call) {
        Caller caller = Merchants.caller(call);
        Endpoint endpoint = Merchants.endpoint(call, caller, endpoints);
        int limit = call.limit();
        List<Delivery> found = deliveries.search(query(call, endpoint, limit + 1));
        return call.ok(Listing.of(found, limit, delivery -> delivery.id().text(), DeliveryJson::of));
    }

    private static DeliveryQuery query(Call call, Endpoint endpoint, int limit) {
        return DeliveryQuery.all(endpoint.id().key(), limit)
                .ofType(call.parameter("type"))
                .inState(call.parameter("state").map(DeliveriesServlet::state))
                .about(call.parameter("object"))
                .between(time(call, "from"), time(call, "until"))
                .after(Merchants.cursor(call, Delivery.PREFIX));
    }

    private static DeliveryState state(String name) {
        return DeliveryState.find(name).orElseThrow(() -> new Refusal(Reason.INVALID).on("state"));
    }

    private static Optional<Instant> time(Call call, String name) {
        return call.parameter(name).map(text -> Moment.read(name, text));
    }
}
