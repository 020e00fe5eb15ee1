package cash.tuppence.webhook.api;

import cash.tuppence.core.PublicId;
import cash.tuppence.member.api.Caller;
import cash.tuppence.wallet.idempotency.CallKey;
import cash.tuppence.wallet.idempotency.KeptAnswers;
import cash.tuppence.wallet.idempotency.OncePerKey;
import cash.tuppence.web.RateLimits;
import cash.tuppence.web.json.Answer;
import cash.tuppence.web.json.Call;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.json.JsonServlet;
import cash.tuppence.webhook.delivery.Deliveries;
import cash.tuppence.webhook.delivery.Pings;
import cash.tuppence.webhook.endpoint.Endpoint;
import cash.tuppence.webhook.endpoint.Endpoints;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** {@code POST /api/v1/webhook_endpoints/{id}/ping}: does it hear us? Answered with what it answered. */
public final class PingServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    private final transient Endpoints endpoints;
    private final transient Deliveries deliveries;
    private final transient Pings pings;
    private final transient OncePerKey once;
    private final transient KeptAnswers kept;
    private final transient RateLimits limits;

    public PingServlet(
            Json json,
            Endpoints endpoints,
            Deliveries deliveries,
            Pings pings,
            OncePerKey once,
            KeptAnswers kept,
            RateLimits limits) {
        super(json);
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.pings = pings;
        this.once = once;
        this.kept = kept;
        this.limits = limits;
    }

    @Override
    protected CompletableFuture<Answer> postLater(Call call) throws IOException {
        Caller caller = Merchants.caller(call);
        return once.run(call, caller, key -> pingOrReplay(call, caller, key));
    }

    /** Nothing is true together with a ping, so its key is noted before and the answer after. */
    private CompletableFuture<Answer> pingOrReplay(Call call, Caller caller, Optional<CallKey> key) {
        Endpoint endpoint = Merchants.endpoint(call, caller, endpoints);
        boolean isAgain = key.isPresent() && !kept.reserve(key.get());
        Optional<Answer> given = isAgain ? kept.find(key.get()) : Optional.empty();
        return given.map(CompletableFuture::completedFuture).orElseGet(() -> ping(call, endpoint, key));
    }

    private CompletableFuture<Answer> ping(Call call, Endpoint endpoint, Optional<CallKey> key) {
        limits.take(Pings.LIMIT, endpoint.id().text());
        Pings.Started started = pings.ping(endpoint);
        return started.recorded().thenApply(recorded -> {
            Answer answer = call.ok(detail(endpoint, started.deliveryId()));
            return key.map(known -> kept.complete(known, answer)).orElse(answer);
        });
    }

    private DeliveryDetailJson detail(Endpoint endpoint, PublicId deliveryId) {
        return deliveries
                .find(endpoint.profileId(), endpoint.livemode(), deliveryId)
                .map(delivery -> DeliveryDetailJson.of(delivery, deliveries))
                .orElseThrow();
    }
}
