package cash.tuppence.app;

import cash.tuppence.wallet.idempotency.KeptAnswers;
import cash.tuppence.wallet.idempotency.OncePerKey;
import cash.tuppence.web.Route;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.page.Pages;
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
import cash.tuppence.webhook.page.DeleteServlet;
import cash.tuppence.webhook.page.DeliveryPageServlet;
import cash.tuppence.webhook.page.EndpointPageServlet;
import cash.tuppence.webhook.page.EndpointsPageServlet;
import cash.tuppence.webhook.page.NewEndpointServlet;
import cash.tuppence.webhook.page.PingPageServlet;
import cash.tuppence.webhook.page.RedeliverFailedPageServlet;
import cash.tuppence.webhook.page.RotateServlet;
import cash.tuppence.webhook.page.SwitchServlet;
import jakarta.servlet.http.HttpServlet;
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

    /** For people. */
    List<Route> pages(Web web) {
        Pages pages = web.pages();
        Endpoints endpoints = webhooks.endpoints();
        Deliveries deliveries = webhooks.deliveries();
        String all = Route.BUSINESS + "/webhooks";
        String one = all + "/{endpoint}";
        PingPageServlet ping = new PingPageServlet(pages, endpoints, deliveries, webhooks.pings(), web.limits());
        return List.of(
                page(all, new EndpointsPageServlet(pages, endpoints)),
                page(all + "/new", new NewEndpointServlet(pages, endpoints, deliveries)),
                page(one, new EndpointPageServlet(pages, endpoints, deliveries)),
                page(one + "/switch", new SwitchServlet(pages, endpoints, deliveries)),
                page(one + "/rotate", new RotateServlet(pages, endpoints, deliveries)),
                page(one + "/ping", ping),
                page(one + "/redeliver", new RedeliverFailedPageServlet(pages, endpoints, deliveries)),
                page(one + "/delete", new DeleteServlet(pages, endpoints, deliveries)),
                page(one + "/deliveries/{delivery}", new DeliveryPageServlet(pages, endpoints, deliveries)));
    }

    private static Route page(String pattern, HttpServlet servlet) {
        return Route.business(pattern, "webhooks", servlet);
    }
}
