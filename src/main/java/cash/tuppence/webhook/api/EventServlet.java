package cash.tuppence.webhook.api;

import cash.tuppence.core.PublicId;
import cash.tuppence.member.api.Caller;
import cash.tuppence.outbox.Event;
import cash.tuppence.outbox.Outbox;
import cash.tuppence.web.json.Answer;
import cash.tuppence.web.json.Call;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.json.JsonServlet;

/** {@code /api/v1/events/{id}}: one that happened. */
public final class EventServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    private final transient Outbox outbox;

    public EventServlet(Json json, Outbox outbox) {
        super(json);
        this.outbox = outbox;
    }

    @Override
    protected Answer get(Call call) {
        Caller caller = Merchants.caller(call);
        return call.ok(EventJson.of(Merchants.found(PublicId.parse(Event.PREFIX, call.variable("id"))
                .flatMap(id -> outbox.find(caller.profileId(), id))
                .filter(event -> event.livemode() == caller.isLive()))));
    }
}
