package cash.tuppence.ledger;

import cash.tuppence.db.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.ibatis.session.SqlSession;

/**
 * Holds that are to be posted later, all of each, by whichever node gets to it: the order to do so is kept with the hold
 * and moves no cash. A hold that was ordered in time does not expire any more.
 */
public final class Settlements {
    private final Transactions transactions;

    public Settlements(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Orders, in the caller's transaction, that these be settled from now on.
     *
     * @return which of them were open, and so will be; to order one twice changes nothing
     */
    public Set<Long> order(SqlSession session, Collection<Long> transferIds, Instant now) {
        SettlementMapper mapper = session.getMapper(SettlementMapper.class);
        Set<Long> open = transferIds.isEmpty() ? Set.of() : new TreeSet<>(mapper.lockOpen(transferIds, now));
        if (!open.isEmpty()) {
            mapper.order(open, now);
        }
        return open;
    }

    /** What is to be posted, longest waiting first. */
    public List<DueSettlement> due(Instant now, int limit) {
        return transactions.read(
                session -> session.getMapper(SettlementMapper.class).due(now, limit));
    }

    /** Tries that one again later: this time it failed for no fault of its own. */
    public void putOff(long transferId, Instant now, Duration by) {
        transactions.execute(
                session -> session.getMapper(SettlementMapper.class).putOff(transferId, now.plus(by)));
    }

    /** Takes the order back: it was refused, and would be again. */
    public void cancel(long transferId) {
        transactions.execute(
                session -> session.getMapper(SettlementMapper.class).cancel(transferId));
    }
}
