package cash.tuppence.webhook.page;

import cash.tuppence.business.frame.Acting;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import cash.tuppence.webhook.delivery.Deliveries;
import cash.tuppence.webhook.endpoint.Endpoint;
import cash.tuppence.webhook.endpoint.Endpoints;

/** {@code /business/HANDLE/webhooks/ENDPOINT/delete}. */
public final class DeleteServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    private final transient Endpoints endpoints;
    private final transient EndpointPage shown;

    public DeleteServlet(Pages pages, Endpoints endpoints, Deliveries deliveries) {
        super(pages);
        this.endpoints = endpoints;
        this.shown = new EndpointPage(endpoints, deliveries);
    }

    @Override
    protected void post(Page page) {
        Endpoint endpoint = shown.endpoint(page);
        endpoints.delete(endpoint.profileId(), endpoint.id());
        page.redirect(Acting.of(page.request()).path("/webhooks?done=deleted"));
    }
}
