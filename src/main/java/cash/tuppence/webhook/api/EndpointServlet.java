package cash.tuppence.webhook.api;

import cash.tuppence.member.api.Caller;
import cash.tuppence.web.json.Answer;
import cash.tuppence.web.json.Call;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.json.JsonServlet;
import cash.tuppence.webhook.endpoint.Endpoint;
import cash.tuppence.webhook.endpoint.EndpointChange;
import cash.tuppence.webhook.endpoint.EndpointJson;
import cash.tuppence.webhook.endpoint.Endpoints;
import java.io.IOException;

/** {@code /api/v1/webhook_endpoints/{id}}: one of them, read, changed or deleted. */
public final class EndpointServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    private final transient Endpoints endpoints;

    public EndpointServlet(Json json, Endpoints endpoints) {
        super(json);
        this.endpoints = endpoints;
    }

    private record Deleted(String id, boolean deleted) {}

    @Override
    protected Answer get(Call call) {
        return call.ok(EndpointJson.of(Merchants.endpoint(call, Merchants.caller(call), endpoints)));
    }

    @Override
    protected Answer patch(Call call) throws IOException {
        Caller caller = Merchants.caller(call);
        EndpointChange change = call.body(EndpointChangeRequest.class).read();
        Endpoint endpoint = Merchants.endpoint(call, caller, endpoints);
        return call.ok(EndpointJson.of(endpoints.change(caller.profileId(), endpoint.id(), change)));
    }

    @Override
    protected Answer delete(Call call) {
        Caller caller = Merchants.caller(call);
        Endpoint endpoint = Merchants.endpoint(call, caller, endpoints);
        endpoints.delete(caller.profileId(), endpoint.id());
        return call.ok(new Deleted(endpoint.id().text(), true));
    }
}
