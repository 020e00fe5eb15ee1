package cash.tuppence.outbox;

import java.util.List;
import org.apache.ibatis.session.SqlSession;

/** A feature that does something about events, such as telling a merchant of them. */
public interface Listener {
    /**
     * Writes, in that transaction, what is to be done about them. Sends nothing: the transaction may be rolled back.
     *
     * @return what is to follow when it has ended
     */
    Aftermath take(SqlSession session, List<Event> events);

    /** One of the two is called, once. Neither may block. */
    interface Aftermath {
        /** What was written is committed. */
        void committed();

        /** It is not, or nobody knows. */
        void undone();
    }
}
