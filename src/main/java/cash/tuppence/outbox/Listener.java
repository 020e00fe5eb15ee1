package cash.tuppence.outbox;

import java.util.List;
import org.apache.ibatis.session.SqlSession;

/** A feature that does something about events, such as telling a merchant of them. */
public interface Listener {
    /** Writes, in that transaction, what is to be done about them. Sends nothing: the transaction may be rolled back. */
    void take(SqlSession session, List<Event> events);

    /** What {@link #take} wrote is committed. Must not block. */
    void committed();
}
