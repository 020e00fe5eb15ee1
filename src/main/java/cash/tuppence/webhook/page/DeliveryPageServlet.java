package cash.tuppence.webhook.page;

import cash.tuppence.core.PublicId;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import cash.tuppence.webhook.delivery.Deliveries;
import cash.tuppence.webhook.delivery.Delivery;
import cash.tuppence.webhook.endpoint.Endpoint;
import cash.tuppence.webhook.endpoint.EndpointJson;
import cash.tuppence.webhook.endpoint.Endpoints;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** {@code /business/HANDLE/webhooks/ENDPOINT/deliveries/DELIVERY}: what was sent and answered, and saying it again. */
public final class DeliveryPageServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String TEMPLATE = "webhook/delivery";

    private final transient Deliveries deliveries;
    private final transient EndpointPage shown;

    public DeliveryPageServlet(Pages pages, Endpoints endpoints, Deliveries deliveries) {
        super(pages);
        this.deliveries = deliveries;
        this.shown = new EndpointPage(endpoints, deliveries);
    }

    @Override
    protected void get(Page page) throws IOException {
        Endpoint endpoint = shown.endpoint(page);
        Delivery delivery = delivery(page, endpoint);
        if (deliveries.isUnderWay(delivery)) {
            page.response().setHeader("Refresh", "2");
        }
        page.render(TEMPLATE, model(page, endpoint, delivery));
    }

    @Override
    protected void post(Page page) throws IOException {
        Endpoint endpoint = shown.endpoint(page);
        Delivery delivery = delivery(page, endpoint);
        try {
            deliveries.redeliver(endpoint, delivery);
        } catch (Refusal refusal) {
            page.again(TEMPLATE, model(page, endpoint, delivery), page.form(), refusal);
            return;
        }
        page.redirect(
                DeliveryRow.of(EndpointPage.path(page, endpoint), delivery).path());
    }

    private Delivery delivery(Page page, Endpoint endpoint) {
        return PublicId.parse(Delivery.PREFIX, page.variable("delivery"))
                .flatMap(id -> deliveries.find(endpoint.profileId(), endpoint.livemode(), id))
                .filter(delivery -> delivery.endpointId() == endpoint.id().key())
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
    }

    private Map<String, Object> model(Page page, Endpoint endpoint, Delivery delivery) {
        Map<String, Object> model = new HashMap<>();
        String path = EndpointPage.path(page, endpoint);
        model.put("endpoint", EndpointJson.of(endpoint));
        model.put("endpointPath", path);
        model.put("delivery", DeliveryRow.of(path, delivery));
        model.put("deliveryId", delivery.id().text());
        model.put("eventId", delivery.eventId().text());
        model.put("body", deliveries.body(delivery));
        model.put(
                "attempts",
                deliveries.attempts(delivery).stream().map(AttemptView::of).toList());
        model.put("underWay", deliveries.isUnderWay(delivery));
        return model;
    }
}
