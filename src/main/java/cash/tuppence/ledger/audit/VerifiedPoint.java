package cash.tuppence.ledger.audit;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Times;
import cash.tuppence.db.Transactions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.session.SqlSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key below which all entries were verified and are summed up by account. Keys are made by the clocks of several
 * nodes and are committed out of order, so the point stays below whatever an open transaction may still add.
 */
final class VerifiedPoint {
    private static final Logger LOG = LoggerFactory.getLogger(VerifiedPoint.class);

    /** By how much the clocks of two nodes may differ. */
    private static final Duration CLOCKS_APART = Duration.ofSeconds(60);

    /** For a user who may not see others' transactions: longer than any ought to last. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofHours(1);

    private static final int PRIVILEGE_MISSING = 1227;
    private static final int LOOKS = 10;
    private static final Duration LIST_IS_KEPT = Duration.ofMillis(120);

    private final Transactions transactions;
    private final InstantSource clock;

    VerifiedPoint(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    Optional<Long> key() {
        return transactions.read(session -> mapper(session).point());
    }

    /**
     * A key below which no entry is still to come, to the best of what one can see. What is read after this call shows
     * all entries below it: a transaction made its keys after it began, so those that it has yet to show are higher.
     */
    long settled() {
        Instant now = clock.instant();
        return oldestWriter()
                .map(age -> KeyMaker.lowestAt(now.minus(CLOCKS_APART).minus(age)))
                .orElse(Long.MIN_VALUE);
    }

    /** Empty where it cannot be told just now. */
    private Optional<Duration> oldestWriter() {
        try {
            return transactions.readSnapshot(session -> {
                // Reading a table begins a transaction, which is then in the list.
                mapper(session).point();
                return look(mapper(session));
            });
        } catch (PersistenceException e) {
            if (e.getCause() instanceof SQLException cause && cause.getErrorCode() == PRIVILEGE_MISSING) {
                return Optional.of(LONGEST_TRANSACTION);
            }
            throw e;
        }
    }

    /** The list is made anew only where nobody has read it for a tenth of a second. */
    private static Optional<Duration> look(PointMapper mapper) {
        Optional<Long> seconds = mapper.secondsOfOldestWriter();
        for (int again = 0; again < LOOKS && seconds.isEmpty(); again++) {
            LockSupport.parkNanos(LIST_IS_KEPT.toNanos());
            seconds = mapper.secondsOfOldestWriter();
        }
        return seconds.map(Duration::ofSeconds);
    }

    /** Takes what lies between the two keys into the sums, unless somebody else moved the point meanwhile. */
    void carry(long from, long to) {
        if (to <= from) {
            return;
        }
        transactions.execute(session -> {
            if (mapper(session).move(from, to, Times.now(clock)) == 1) {
                addUp(session, new KeyRange(from, to - 1));
            }
        });
    }

    /** Sums up from the first entry on. */
    void rebuild(long to) {
        if (to == Long.MIN_VALUE) {
            LOG.debug("nothing is old enough yet for a verified point");
            return;
        }
        transactions.execute(session -> {
            mapper(session).set(to, Times.now(clock));
            mapper(session).forgetBalances();
            addUp(session, new KeyRange(Long.MIN_VALUE, to - 1));
        });
    }

    private static void addUp(SqlSession session, KeyRange range) {
        AccountParts.of(session.getMapper(AuditMapper.class))
                .forEachRemaining(accounts -> mapper(session).addUp(accounts, range));
    }

    private static PointMapper mapper(SqlSession session) {
        return session.getMapper(PointMapper.class);
    }
}
