package cash.tuppence.webhook.page;

import cash.tuppence.web.Faults;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import cash.tuppence.webhook.delivery.Deliveries;
import cash.tuppence.webhook.endpoint.Endpoint;
import cash.tuppence.webhook.endpoint.EndpointChange;
import cash.tuppence.webhook.endpoint.Endpoints;
import java.io.IOException;

/** {@code /business/HANDLE/webhooks/ENDPOINT}: how one endpoint does, what was said to it, and its settings. */
public final class EndpointPageServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    private final transient Endpoints endpoints;
    private final transient EndpointPage shown;

    public EndpointPageServlet(Pages pages, Endpoints endpoints, Deliveries deliveries) {
        super(pages);
        this.endpoints = endpoints;
        this.shown = new EndpointPage(endpoints, deliveries);
    }

    @Override
    protected void get(Page page) throws IOException {
        page.render(EndpointPage.TEMPLATE, shown.model(page, shown.endpoint(page)));
    }

    @Override
    protected void post(Page page) throws IOException {
        Endpoint endpoint = shown.endpoint(page);
        Form form = page.form();
        try {
            EndpointChange change = EndpointChange.of(form.raw(EndpointForm.URL), EndpointForm.events(form));
            endpoints.change(endpoint.profileId(), endpoint.id(), change);
        } catch (Faults.Found found) {
            found.refusals().forEach(form.faults()::add);
            page.again(EndpointPage.TEMPLATE, shown.model(page, endpoint), form);
            return;
        }
        page.redirect(EndpointPage.path(page, endpoint) + "?done=saved");
    }
}
