package cash.tuppence.member.limit;

import cash.tuppence.db.Transactions;
import cash.tuppence.ledger.LimitTable;
import cash.tuppence.ledger.Limits;
import java.util.Map;
import java.util.stream.Collectors;

/** The table of limits as this node knows it: a few rows, read again now and then, since the stage cannot wait for them. */
public final class LimitBook implements LimitTable {
    private final Transactions transactions;
    private volatile Map<Integer, Limits> byClass;

    public LimitBook(Transactions transactions) {
        this.transactions = transactions;
        read();
    }

    /** Takes over what was changed since. */
    void read() {
        byClass = transactions
                .read(session -> session.getMapper(LimitMapper.class).all())
                .stream()
                .collect(Collectors.toMap(LimitRow::limitClass, LimitRow::toLimits));
    }

    @Override
    public Limits of(int limitClass) {
        Limits limits = byClass.get(limitClass);
        if (limits == null) {
            throw new IllegalArgumentException("no such class of limits: " + limitClass);
        }
        return limits;
    }
}
