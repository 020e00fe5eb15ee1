package cash.tuppence.outbox;

import cash.tuppence.db.SqlText;
import java.util.List;

/** Events as text for the posting stage, which sends all statements of a batch in one trip. */
public final class EventRows {
    private EventRows() {}

    /** One statement for all of them; none is a caller's mistake. */
    public static SqlText insert(List<NewEvent> events) {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("nothing to insert");
        }
        return SqlText.of("insert into events (id, nonce, owner_id, type, livemode, data, created_at) values ")
                .rows(events, EventRows::row);
    }

    private static void row(SqlText sql, NewEvent event) {
        sql.value(event.id().key()).comma();
        sql.value(event.id().nonce()).comma();
        sql.value(event.ownerId()).comma();
        sql.value(event.type().text()).comma();
        sql.value(event.livemode()).comma();
        sql.value(event.data()).comma();
        sql.value(event.createdAt());
    }
}
