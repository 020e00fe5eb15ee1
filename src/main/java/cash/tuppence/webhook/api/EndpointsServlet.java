package cash.tuppence.webhook.api;

import cash.tuppence.member.api.Caller;
import cash.tuppence.wallet.idempotency.CallKey;
import cash.tuppence.wallet.idempotency.OncePerKey;
import cash.tuppence.web.json.Answer;
import cash.tuppence.web.json.Call;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.json.JsonServlet;
import cash.tuppence.web.json.Listing;
import cash.tuppence.webhook.endpoint.Endpoint;
import cash.tuppence.webhook.endpoint.EndpointJson;
import cash.tuppence.webhook.endpoint.EndpointTerms;
import cash.tuppence.webhook.endpoint.Endpoints;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** {@code /api/v1/webhook_endpoints}: where a business wants to hear of what. */
public final class EndpointsServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    private final transient Endpoints endpoints;
    private final transient OncePerKey once;

    public EndpointsServlet(Json json, Endpoints endpoints, OncePerKey once) {
        super(json);
        this.endpoints = endpoints;
        this.once = once;
    }

    @Override
    protected CompletableFuture<Answer> postLater(Call call) throws IOException {
        Caller caller = Merchants.caller(call);
        return once.run(call, caller, key -> CompletableFuture.completedFuture(create(call, caller, key)));
    }

    private Answer create(Call call, Caller caller, Optional<CallKey> key) throws IOException {
        EndpointTerms terms = call.body(EndpointRequest.class).read(endpoints);
        return once.inTransactionSealed(
                key,
                session -> call.created(
                        EndpointSecretJson.of(endpoints.create(session, caller.profileId(), caller.isLive(), terms))));
    }

    @Override
    protected Answer get(Call call) {
        Caller caller = Merchants.caller(call);
        int limit = call.limit();
        long before = Merchants.cursor(call, Endpoint.PREFIX).orElse(Long.MAX_VALUE);
        List<Endpoint> found = endpoints.list(caller.profileId(), caller.isLive(), before, limit + 1);
        return call.ok(Listing.of(found, limit, endpoint -> endpoint.id().text(), EndpointJson::of));
    }
}
