package cash.tuppence.webhook.page;

import cash.tuppence.business.frame.Acting;
import cash.tuppence.core.PublicId;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.webhook.delivery.Deliveries;
import cash.tuppence.webhook.delivery.Delivery;
import cash.tuppence.webhook.endpoint.Endpoint;
import cash.tuppence.webhook.endpoint.EndpointJson;
import cash.tuppence.webhook.endpoint.Endpoints;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the page of one endpoint shows. */
final class EndpointPage {
    static final String TEMPLATE = "webhook/endpoint";
    private static final String PATH = "/webhooks/";
    private static final int ROWS = 25;
    private static final Map<String, String> FLASHES = Map.of(
            "saved", "Saved.",
            "on", "Switched on. What happens from now on is told.",
            "off", "Switched off. Nothing goes there until you switch it on again.");

    private final Endpoints endpoints;
    private final Deliveries deliveries;

    EndpointPage(Endpoints endpoints, Deliveries deliveries) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
    }

    /** The endpoint that the URL names; another business's is as if it were not there. */
    Endpoint endpoint(Page page) {
        long profileId = Acting.of(page.request()).profileId();
        return PublicId.parse(Endpoint.PREFIX, page.variable("endpoint"))
                .flatMap(id -> endpoints.find(profileId, id))
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
    }

    static String path(Page page, Endpoint endpoint) {
        return Acting.of(page.request()).path(PATH + endpoint.id().text());
    }

    Map<String, Object> model(Page page, Endpoint endpoint) {
        Form form = page.form();
        LogForm log = LogForm.read(form);
        Map<String, Object> model = new HashMap<>();
        model.put("endpoint", EndpointJson.of(endpoint));
        model.put("choices", EndpointForm.choices());
        model.put("form", typed(endpoint, log));
        model.put("filtered", !log.isEmpty());
        addRows(model, path(page, endpoint), log, deliveries.search(log.query(endpoint, ROWS + 1)));
        addFlash(model, page);
        return model;
    }

    /** With a secret that is new, for the only time. */
    Map<String, Object> modelWithSecret(Page page, Endpoint endpoint) {
        Map<String, Object> model = model(page, endpoint);
        model.put("secret", endpoint.secret().text());
        return model;
    }

    private static Map<String, String> typed(Endpoint endpoint, LogForm log) {
        Map<String, String> typed = EndpointForm.of(endpoint);
        typed.putAll(log.typed());
        return typed;
    }

    private static void addRows(Map<String, Object> model, String path, LogForm log, List<Delivery> found) {
        List<Delivery> shown = found.subList(0, Math.min(ROWS, found.size()));
        model.put("rows", shown.stream().map(one -> DeliveryRow.of(path, one)).toList());
        if (found.size() > ROWS) {
            model.put("olderPath", path + log.olderThan(shown.get(ROWS - 1)));
        }
    }

    private static void addFlash(Map<String, Object> model, Page page) {
        String done = page.parameter("done");
        if (FLASHES.containsKey(done)) {
            model.put("flash", FLASHES.get(done));
        } else if (done.matches("[0-9]{1,6}")) {
            model.put("flash", "0".equals(done) ? "Nothing had failed since then." : done + " are said again now.");
        }
    }
}
