package cash.tuppence.business.keys;

import cash.tuppence.db.Transactions;
import cash.tuppence.outbox.Job;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * When each key was last used, to the minute. A call only notes it in memory; the job writes what came together, in one
 * transaction. What a node noted last is lost when it dies, and nobody minds.
 */
public final class LastUses implements Job {
    private final ConcurrentMap<Long, Instant> noted = new ConcurrentHashMap<>();
    private final ConcurrentMap<Long, Instant> written = new ConcurrentHashMap<>();
    private final Transactions transactions;
    private final InstantSource clock;

    public LastUses(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    void note(long keyId) {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        if (!minute.equals(written.get(keyId))) {
            noted.put(keyId, minute);
        }
    }

    @Override
    public String name() {
        return "note-key-uses";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(20);
    }

    /** In the order of their keys, as every node does, so that no two wait for each other. */
    @Override
    public boolean work() {
        SortedMap<Long, Instant> due = new TreeMap<>(noted);
        if (!due.isEmpty()) {
            transactions.execute(session -> due.forEach(session.getMapper(KeyMapper.class)::noteUse));
            written.putAll(due);
            due.forEach(noted::remove);
        }
        return false;
    }
}
