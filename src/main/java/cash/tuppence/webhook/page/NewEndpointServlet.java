package cash.tuppence.webhook.page;

import cash.tuppence.business.frame.Acting;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.wallet.Once;
import cash.tuppence.web.Faults;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import cash.tuppence.webhook.delivery.Deliveries;
import cash.tuppence.webhook.endpoint.Endpoint;
import cash.tuppence.webhook.endpoint.Endpoints;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** {@code /business/HANDLE/webhooks/new}: adds an endpoint, and shows its secret, once. */
public final class NewEndpointServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String TEMPLATE = "webhook/new";

    private final transient Endpoints endpoints;
    private final transient EndpointPage shown;

    public NewEndpointServlet(Pages pages, Endpoints endpoints, Deliveries deliveries) {
        super(pages);
        this.endpoints = endpoints;
        this.shown = new EndpointPage(endpoints, deliveries);
    }

    @Override
    protected void get(Page page) throws IOException {
        page.render(TEMPLATE, Map.of("choices", EndpointForm.choices()));
    }

    @Override
    protected void post(Page page) throws IOException {
        Form form = page.form();
        Optional<Endpoint> made = make(form, Acting.of(page.request()));
        if (made.isPresent()) {
            page.render(EndpointPage.TEMPLATE, shown.modelWithSecret(page, made.get()));
        } else {
            page.again(TEMPLATE, Map.of("choices", EndpointForm.choices()), form);
        }
    }

    private Optional<Endpoint> make(Form form, Acting acting) {
        String mode = form.raw("mode");
        if (!mode.equals("live") && !mode.equals("test")) {
            form.faults().add("mode", Reason.MISSING);
        }
        try {
            endpoints.terms(form.raw(EndpointForm.URL), EndpointForm.events(form));
            return form.faulty() ? Optional.empty() : Optional.of(create(form, acting, mode.equals("live")));
        } catch (Faults.Found found) {
            found.refusals().forEach(form.faults()::add);
        } catch (Refusal refusal) {
            form.faults().add(refusal);
        }
        return Optional.empty();
    }

    private Endpoint create(Form form, Acting acting, boolean livemode) {
        OperationId once = Once.of(acting.memberId(), acting.path("/webhooks/new"), form.raw(Once.FIELD));
        return endpoints.create(
                acting.profileId(), livemode, form.raw(EndpointForm.URL), EndpointForm.events(form), once);
    }
}
