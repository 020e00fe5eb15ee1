package cash.tuppence.webhook.page;

import cash.tuppence.core.Refusal;
import cash.tuppence.web.RateLimits;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import cash.tuppence.webhook.delivery.Deliveries;
import cash.tuppence.webhook.delivery.Pings;
import cash.tuppence.webhook.endpoint.Endpoint;
import cash.tuppence.webhook.endpoint.Endpoints;
import java.io.IOException;
import java.time.Duration;

/** {@code /business/HANDLE/webhooks/ENDPOINT/ping}: asks it, and goes on to what it answered. */
public final class PingPageServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    /** Who answers later is waited for by the page that is gone on to, which holds no thread. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final transient Pings pings;
    private final transient RateLimits limits;
    private final transient EndpointPage shown;

    public PingPageServlet(Pages pages, Endpoints endpoints, Deliveries deliveries, Pings pings, RateLimits limits) {
        super(pages);
        this.pings = pings;
        this.limits = limits;
        this.shown = new EndpointPage(endpoints, deliveries);
    }

    @Override
    protected void post(Page page) throws IOException {
        Endpoint endpoint = shown.endpoint(page);
        try {
            limits.take(Pings.LIMIT, endpoint.id().text());
        } catch (Refusal refusal) {
            page.again(EndpointPage.TEMPLATE, shown.model(page, endpoint), page.form(), refusal);
            return;
        }
        Pings.Started ping = pings.ping(endpoint);
        ping.awaitAtMost(PATIENCE);
        page.redirect(EndpointPage.path(page, endpoint) + "/deliveries/"
                + ping.deliveryId().text());
    }
}
