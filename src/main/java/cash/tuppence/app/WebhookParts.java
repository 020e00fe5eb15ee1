package cash.tuppence.app;

import cash.tuppence.wallet.idempotency.KeptAnswers;
import cash.tuppence.wallet.idempotency.OncePerKey;
import cash.tuppence.web.Route;
import cash.tuppence.web.json.Json;
import cash.tuppence.webhook.Webhooks;
import cash.tuppence.webhook.api.DeliveriesServlet;
import cash.tuppence.webhook.api.DeliveryServlet;
import cash.tuppence.webhook.api.EndpointServlet;
import cash.tuppence.webhook.api.EndpointsServlet;
import cash.tuppence.webhook.api.EventServlet;
import cash.tuppence.webhook.api.EventsServlet;
import cash.tuppence.webhook.api.PingServlet;
import cash.tuppence.webhook.api.RedeliverFailedServlet;
import cash.tuppence.webhook.api.RedeliverServlet;
import cash.tuppence.webhook.api.RotateSecretServlet;
import cash.tuppence.webhook.delivery.Deliveries;
import cash.tuppence.webhook.endpoint.Endpoints;
import java.util.List;

/** What {@code webhook} shows. */
final class WebhookParts {
    private final Tuppence tuppence;
    private final Webhooks webhooks;

    WebhookParts(Tuppence tuppence) {
        this.tuppence = tuppence;
        this.webhooks = tuppence.webhooks();
    }

    /** For programs. */
    List<Route> calls(Web web) {
        Json json = web.json();
        Endpoints endpoints = webhooks.endpoints();
        Deliveries deliveries = webhooks.deliveries();
        OncePerKey once = tuppence.wallet().once();
        KeptAnswers kept = tuppence.wallet().keptAnswers();
        PingServlet ping = new PingServlet(json, endpoints, deliveries, webhooks.pings(), once, kept, web.limits());
        String endpoint = "/api/v1/webhook_endpoints/{id}";
        return List.of(
                Route.api("/api/v1/webhook_endpoints", new EndpointsServlet(json, endpoints, once)),
                Route.api(endpoint, new EndpointServlet(json, endpoints)),
                Route.api(endpoint + "/rotate_secret", new RotateSecretServlet(json, endpoints, once)),
                Route.api(endpoint + "/ping", ping),
                Route.api(endpoint + "/deliveries", new DeliveriesServlet(json, endpoints, deliveries)),
                Route.api(endpoint + "/redeliver", new RedeliverFailedServlet(json, endpoints, deliveries, once)),
                Route.api("/api/v1/deliveries/{id}", new DeliveryServlet(json, deliveries)),
                Route.api("/api/v1/deliveries/{id}/redeliver", new RedeliverServlet(json, endpoints, deliveries, once)),
                Route.api("/api/v1/events", new EventsServlet(json, tuppence.outbox())),
                Route.api("/api/v1/events/{id}", new EventServlet(json, tuppence.outbox())));
    }
}
