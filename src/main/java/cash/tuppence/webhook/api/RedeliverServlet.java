package cash.tuppence.webhook.api;

import cash.tuppence.member.api.Caller;
import cash.tuppence.wallet.idempotency.CallKey;
import cash.tuppence.wallet.idempotency.OncePerKey;
import cash.tuppence.web.json.Answer;
import cash.tuppence.web.json.Call;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.json.JsonServlet;
import cash.tuppence.webhook.delivery.Deliveries;
import cash.tuppence.webhook.delivery.Delivery;
import cash.tuppence.webhook.endpoint.Endpoint;
import cash.tuppence.webhook.endpoint.Endpoints;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** {@code POST /api/v1/deliveries/{id}/redeliver}: say it again, under the same {@code webhook-id}. */
public final class RedeliverServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    private final transient Endpoints endpoints;
    private final transient Deliveries deliveries;
    private final transient OncePerKey once;

    public RedeliverServlet(Json json, Endpoints endpoints, Deliveries deliveries, OncePerKey once) {
        super(json);
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.once = once;
    }

    @Override
    protected CompletableFuture<Answer> postLater(Call call) throws IOException {
        Caller caller = Merchants.caller(call);
        return once.run(call, caller, key -> CompletableFuture.completedFuture(redeliver(call, caller, key)));
    }

    private Answer redeliver(Call call, Caller caller, Optional<CallKey> key) {
        Delivery delivery = Merchants.delivery(call, caller, deliveries);
        Endpoint endpoint = Merchants.found(endpoints.find(caller.profileId(), delivery.endpointId()));
        Answer answer = once.inTransaction(
                key, session -> call.ok(DeliveryJson.of(deliveries.redeliver(session, endpoint, delivery))));
        deliveries.committed();
        return answer;
    }
}
