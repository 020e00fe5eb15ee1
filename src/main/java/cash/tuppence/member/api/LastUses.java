package cash.tuppence.member.api;

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
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.ibatis.session.SqlSession;

/**
 * When each bearer secret was last used, to the minute. A call only notes it in memory; the job writes what came together, in one
 * transaction. What a node noted last is lost when it dies, and nobody minds.
 */
public final class LastUses implements Job {
    private final ConcurrentMap<Long, Instant> noted = new ConcurrentHashMap<>();
    private final ConcurrentMap<Long, Instant> written = new ConcurrentHashMap<>();
    private final String name;
    private final Transactions transactions;
    private final InstantSource clock;
    private final Function<SqlSession, BiConsumer<Long, Instant>> statement;

    /**
     * @param name of the job
     * @param statement writes one secret's last use
     */
    public LastUses(
            String name,
            Transactions transactions,
            InstantSource clock,
            Function<SqlSession, BiConsumer<Long, Instant>> statement) {
        this.name = name;
        this.transactions = transactions;
        this.clock = clock;
        this.statement = statement;
    }

    public void note(long id) {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        if (!minute.equals(written.get(id))) {
            noted.put(id, minute);
        }
    }

    @Override
    public String name() {
        return name;
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
            transactions.execute(session -> due.forEach(statement.apply(session)));
            written.putAll(due);
            due.forEach(noted::remove);
        }
        return false;
    }
}
