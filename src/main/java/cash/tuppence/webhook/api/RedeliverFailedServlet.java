package cash.tuppence.webhook.api;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.api.Caller;
import cash.tuppence.wallet.idempotency.CallKey;
import cash.tuppence.wallet.idempotency.OncePerKey;
import cash.tuppence.web.json.Answer;
import cash.tuppence.web.json.Call;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.json.JsonServlet;
import cash.tuppence.webhook.delivery.Deliveries;
import cash.tuppence.webhook.endpoint.Endpoint;
import cash.tuppence.webhook.endpoint.Endpoints;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** {@code POST /api/v1/webhook_endpoints/{id}/redeliver}: say again all that it did not take since some time. */
public final class RedeliverFailedServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    private final transient Endpoints endpoints;
    private final transient Deliveries deliveries;
    private final transient OncePerKey once;

    public RedeliverFailedServlet(Json json, Endpoints endpoints, Deliveries deliveries, OncePerKey once) {
        super(json);
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.once = once;
    }

    private record Request(String since) {
        Instant read() {
            if (since == null) {
                throw new Refusal(Reason.MISSING).on("since");
            }
            return Moment.read("since", since);
        }
    }

    private record Redelivered(int count) {}

    @Override
    protected CompletableFuture<Answer> postLater(Call call) throws IOException {
        Caller caller = Merchants.caller(call);
        return once.run(call, caller, key -> CompletableFuture.completedFuture(redeliver(call, caller, key)));
    }

    private Answer redeliver(Call call, Caller caller, Optional<CallKey> key) throws IOException {
        Endpoint endpoint = Merchants.endpoint(call, caller, endpoints);
        Instant since = call.body(Request.class).read();
        Answer answer = once.inTransaction(
                key, session -> call.ok(new Redelivered(deliveries.redeliverFailed(session, endpoint, since))));
        deliveries.committed();
        return answer;
    }
}
