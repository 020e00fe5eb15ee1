package cash.tuppence.outbox;

import cash.tuppence.db.SqlText;
import java.util.List;
import java.util.function.Predicate;

/** Events as text for the posting stage, which sends all statements of a batch in one trip. */
public final class EventRows {
    private EventRows() {}

    /**
     * One statement for all of them; none is a caller's mistake.
     *
     * @param heard which are to be handed to listeners
     */
    public static SqlText insert(List<NewEvent> events, Predicate<NewEvent> heard) {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("nothing to insert");
        }
        return SqlText.of("insert into events (id, nonce, owner_id, type, livemode, data, pending, created_at) values ")
                .rows(events, (sql, event) -> row(sql, event, heard.test(event)));
    }

    private static void row(SqlText sql, NewEvent event, boolean pending) {
        sql.value(event.id().key()).comma();
        sql.value(event.id().nonce()).comma();
        sql.value(event.ownerId()).comma();
        sql.value(event.type().text()).comma();
        sql.value(event.livemode()).comma();
        sql.value(event.data()).comma();
        sql.value(pending).comma();
        sql.value(event.createdAt());
    }
}
