package cash.tuppence.webhook.api;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.api.Caller;
import cash.tuppence.outbox.Event;
import cash.tuppence.outbox.EventQuery;
import cash.tuppence.outbox.EventType;
import cash.tuppence.outbox.Outbox;
import cash.tuppence.web.json.Answer;
import cash.tuppence.web.json.Call;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.json.JsonServlet;
import cash.tuppence.web.json.Listing;
import java.util.List;

/** {@code /api/v1/events}: what happened, for those who heard no callback of it. */
public final class EventsServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    private final transient Outbox outbox;

    public EventsServlet(Json json, Outbox outbox) {
        super(json);
        this.outbox = outbox;
    }

    @Override
    protected Answer get(Call call) {
        Caller caller = Merchants.caller(call);
        int limit = call.limit();
        List<Event> found = outbox.list(new EventQuery(
                caller.profileId(),
                caller.isLive(),
                call.parameter("type").map(EventsServlet::type).orElse(null),
                Merchants.cursor(call, Event.PREFIX).orElse(Long.MAX_VALUE),
                limit + 1));
        return call.ok(Listing.of(found, limit, event -> event.publicId().text(), EventJson::of));
    }

    private static String type(String text) {
        return EventType.find(text)
                .map(EventType::text)
                .orElseThrow(
                        () -> new Refusal(Reason.EVENT_TYPE_UNKNOWN).with(text).on("type"));
    }
}
