package cash.tuppence.webhook.api;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.webhook.endpoint.EndpointTerms;
import cash.tuppence.webhook.endpoint.Endpoints;
import java.util.List;

/** The body of {@code POST /api/v1/webhook_endpoints} as it was sent: what was left out is null. */
record EndpointRequest(String url, List<String> events) {
    EndpointTerms read(Endpoints endpoints) {
        return endpoints.terms(url == null ? "" : url, events == null ? List.of() : types(events));
    }

    /**
     * @throws Refusal where one of them is null
     */
    static List<String> types(List<String> sent) {
        if (sent.contains(null)) {
            throw new Refusal(Reason.INVALID).on("events");
        }
        return sent;
    }
}
