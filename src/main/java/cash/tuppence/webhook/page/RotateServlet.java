package cash.tuppence.webhook.page;

import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import cash.tuppence.webhook.delivery.Deliveries;
import cash.tuppence.webhook.endpoint.Endpoint;
import cash.tuppence.webhook.endpoint.Endpoints;
import java.io.IOException;

/** {@code /business/HANDLE/webhooks/ENDPOINT/rotate}: a new secret, shown once; the old one signs beside it for a day. */
public final class RotateServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    private final transient Endpoints endpoints;
    private final transient EndpointPage shown;

    public RotateServlet(Pages pages, Endpoints endpoints, Deliveries deliveries) {
        super(pages);
        this.endpoints = endpoints;
        this.shown = new EndpointPage(endpoints, deliveries);
    }

    @Override
    protected void post(Page page) throws IOException {
        Endpoint endpoint = shown.endpoint(page);
        Endpoint rotated = endpoints.rotateSecret(endpoint.profileId(), endpoint.id());
        page.render(EndpointPage.TEMPLATE, shown.modelWithSecret(page, rotated));
    }
}
