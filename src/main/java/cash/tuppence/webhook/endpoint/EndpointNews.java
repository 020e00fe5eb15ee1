package cash.tuppence.webhook.endpoint;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Times;
import cash.tuppence.outbox.Event;
import cash.tuppence.outbox.EventType;
import cash.tuppence.outbox.NewEvent;
import cash.tuppence.outbox.Outbox;
import cash.tuppence.web.json.Json;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.ibatis.session.SqlSession;

/** Events about endpoints themselves. */
public final class EndpointNews {
    private final Json json = new Json();
    private final EndpointRows rows;
    private final Outbox outbox;
    private final KeyMaker keys;
    private final InstantSource clock;

    public EndpointNews(EndpointRows rows, Outbox outbox, KeyMaker keys, InstantSource clock) {
        this.rows = rows;
        this.outbox = outbox;
        this.keys = keys;
        this.clock = clock;
    }

    /** Writes, in that transaction, that it is called no more because of how it answered. */
    public void disabled(SqlSession session, long endpointId) {
        Endpoint endpoint = rows.byId(session, endpointId, Times.now(clock));
        outbox.write(session, about(endpoint, EventType.ENDPOINT_DISABLED));
    }

    /** An event that tells how the endpoint stands. */
    public NewEvent about(Endpoint endpoint, EventType type) {
        Instant now = Times.now(clock);
        String data = json.write(EndpointJson.of(endpoint));
        return new NewEvent(keys.newId(Event.PREFIX), endpoint.profileId(), type, endpoint.livemode(), data, now);
    }
}
