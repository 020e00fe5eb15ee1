package cash.tuppence.webhook.page;

import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import cash.tuppence.webhook.delivery.Deliveries;
import cash.tuppence.webhook.endpoint.Endpoint;
import cash.tuppence.webhook.endpoint.EndpointChange;
import cash.tuppence.webhook.endpoint.Endpoints;

/** {@code /business/HANDLE/webhooks/ENDPOINT/switch}: whether it is called. */
public final class SwitchServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    private final transient Endpoints endpoints;
    private final transient EndpointPage shown;

    public SwitchServlet(Pages pages, Endpoints endpoints, Deliveries deliveries) {
        super(pages);
        this.endpoints = endpoints;
        this.shown = new EndpointPage(endpoints, deliveries);
    }

    @Override
    protected void post(Page page) {
        Endpoint endpoint = shown.endpoint(page);
        boolean on = page.parameter("on").equals("yes");
        endpoints.change(endpoint.profileId(), endpoint.id(), EndpointChange.turn(on));
        page.redirect(EndpointPage.path(page, endpoint) + (on ? "?done=on" : "?done=off"));
    }
}
