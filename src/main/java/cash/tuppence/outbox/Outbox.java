package cash.tuppence.outbox;

import cash.tuppence.core.PublicId;
import cash.tuppence.db.Transactions;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/** Where features say what happened. It is heard of only if the transaction in which it was said commits. */
public final class Outbox {
    private final Transactions transactions;
    private final Runnable wake;

    /**
     * @param wake has the pending events fanned out at once; must not block
     */
    public Outbox(Transactions transactions, Runnable wake) {
        this.transactions = transactions;
        this.wake = wake;
    }

    /** Writes the event in that transaction; call {@link #committed()} after it. */
    public void write(SqlSession session, NewEvent event) {
        session.getMapper(EventMapper.class).insert(event);
    }

    /** Writes an event that its writer tells somebody of, so that nobody else is told. */
    public static void writeForOne(SqlSession session, NewEvent event) {
        session.getMapper(EventMapper.class).insertForOne(event);
    }

    /** Says that a transaction that wrote events is committed. Forgetting to costs a second's delay, nothing else. */
    public void committed() {
        wake.run();
    }

    /** The owner's event of that public id. */
    public Optional<Event> find(long ownerId, PublicId id) {
        return transactions.read(
                session -> session.getMapper(EventMapper.class).byPublicId(ownerId, id.key(), id.nonce()));
    }

    /**
     * All of the owner's events, newest first.
     *
     * @param beforeId a key to go on from, {@link Long#MAX_VALUE} to start
     */
    public List<Event> list(long ownerId, boolean livemode, long beforeId, int limit) {
        return list(new EventQuery(ownerId, livemode, null, beforeId, limit));
    }

    public List<Event> list(EventQuery query) {
        return transactions.read(session -> session.getMapper(EventMapper.class).ofOwner(query));
    }
}
