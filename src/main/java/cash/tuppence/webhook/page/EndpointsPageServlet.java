package cash.tuppence.webhook.page;

import cash.tuppence.business.frame.Acting;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import cash.tuppence.webhook.endpoint.EndpointJson;
import cash.tuppence.webhook.endpoint.Endpoints;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code /business/HANDLE/webhooks}: where the business hears what happened, and whether that works. */
public final class EndpointsPageServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    private final transient Endpoints endpoints;

    public EndpointsPageServlet(Pages pages, Endpoints endpoints) {
        super(pages);
        this.endpoints = endpoints;
    }

    @Override
    protected void get(Page page) throws IOException {
        long profileId = Acting.of(page.request()).profileId();
        List<EndpointJson> all = Stream.of(true, false)
                .flatMap(livemode -> endpoints.list(profileId, livemode).stream())
                .map(EndpointJson::of)
                .toList();
        Map<String, Object> model = new HashMap<>(Map.of("endpoints", all));
        if (page.parameter("done").equals("deleted")) {
            model.put("flash", "Deleted. Nothing goes there any more.");
        }
        page.render("webhook/endpoints", model);
    }
}
