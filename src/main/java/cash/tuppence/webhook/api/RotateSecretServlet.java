package cash.tuppence.webhook.api;

import cash.tuppence.core.PublicId;
import cash.tuppence.member.api.Caller;
import cash.tuppence.wallet.idempotency.CallKey;
import cash.tuppence.wallet.idempotency.OncePerKey;
import cash.tuppence.web.json.Answer;
import cash.tuppence.web.json.Call;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.json.JsonServlet;
import cash.tuppence.webhook.endpoint.Endpoints;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** {@code POST /api/v1/webhook_endpoints/{id}/rotate_secret}: a new secret, beside which the old one signs for a day. */
public final class RotateSecretServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    private final transient Endpoints endpoints;
    private final transient OncePerKey once;

    public RotateSecretServlet(Json json, Endpoints endpoints, OncePerKey once) {
        super(json);
        this.endpoints = endpoints;
        this.once = once;
    }

    @Override
    protected CompletableFuture<Answer> postLater(Call call) throws IOException {
        Caller caller = Merchants.caller(call);
        return once.run(call, caller, key -> CompletableFuture.completedFuture(rotate(call, caller, key)));
    }

    private Answer rotate(Call call, Caller caller, Optional<CallKey> key) {
        PublicId id = Merchants.endpoint(call, caller, endpoints).id();
        return once.inTransactionSealed(
                key,
                session -> call.ok(EndpointSecretJson.of(endpoints.rotateSecret(session, caller.profileId(), id))));
    }
}
