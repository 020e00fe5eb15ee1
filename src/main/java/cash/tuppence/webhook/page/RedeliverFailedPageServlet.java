package cash.tuppence.webhook.page;

import cash.tuppence.core.Refusal;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import cash.tuppence.webhook.delivery.Deliveries;
import cash.tuppence.webhook.endpoint.Endpoint;
import cash.tuppence.webhook.endpoint.Endpoints;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** {@code /business/HANDLE/webhooks/ENDPOINT/redeliver}: says again all that failed since a day. */
public final class RedeliverFailedPageServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    private final transient Deliveries deliveries;
    private final transient EndpointPage shown;

    public RedeliverFailedPageServlet(Pages pages, Endpoints endpoints, Deliveries deliveries) {
        super(pages);
        this.deliveries = deliveries;
        this.shown = new EndpointPage(endpoints, deliveries);
    }

    @Override
    protected void post(Page page) throws IOException {
        Endpoint endpoint = shown.endpoint(page);
        Form form = page.form();
        Optional<Instant> since = form.read("since", Days::start);
        if (since.isEmpty()) {
            page.again(EndpointPage.TEMPLATE, shown.model(page, endpoint), form);
            return;
        }
        try {
            int count = deliveries.redeliverFailed(endpoint, since.get());
            page.redirect(EndpointPage.path(page, endpoint) + "?done=" + count);
        } catch (Refusal refusal) {
            page.again(EndpointPage.TEMPLATE, shown.model(page, endpoint), form, refusal);
        }
    }
}
