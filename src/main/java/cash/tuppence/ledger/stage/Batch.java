package cash.tuppence.ledger.stage;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Reason;
import cash.tuppence.db.SqlText;
import cash.tuppence.ledger.Companion;
import cash.tuppence.ledger.Denial;
import cash.tuppence.ledger.Draft;
import cash.tuppence.ledger.Guard;
import cash.tuppence.ledger.Movement;
import cash.tuppence.ledger.Outcome;
import cash.tuppence.ledger.Posting;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * One try to decide and write some postings in one database transaction, in the order that makes it right: lock, read
 * the known operations, decide each in order of arrival, write, commit. Reading the operations after the locks is what
 * shows a twin that another node has just committed (under READ COMMITTED).
 */
final class Batch {
    private final List<Queued> queue;
    private final List<Guard.Round> guards;
    private final List<Joined<?>> companions;
    private final Locked locked = new Locked();
    private final Rows rows = new Rows();
    private final Bookkeeper bookkeeper;
    private final Limiter limiter;
    private final Instant now;
    private final Laps laps = new Laps();

    Batch(List<Queued> queue, Rules rules, KeyMaker keys, Instant now) {
        this.queue = queue;
        this.now = now;
        List<Posting> postings = queue.stream().map(Queued::posting).toList();
        this.guards =
                rules.guards().stream().map(guard -> guard.begin(postings)).toList();
        this.companions = new ArrayList<>();
        for (Companion<?> companion : rules.companions()) {
            Joined.to(companion, postings).ifPresent(this.companions::add);
        }
        bookkeeper = new Bookkeeper(locked, rows, keys, now);
        limiter = new Limiter(locked, rules.limits(), now);
    }

    /** Runs it all; the outcomes stand in the order of the queue. On an exception nothing of it is kept. */
    List<Outcome> run(Connection connection) throws SQLException {
        lockAndRead(connection);
        laps.locked();
        List<Outcome> outcomes = queue.stream().map(this::decide).toList();
        writeAndCommit(connection);
        laps.committed();
        return outcomes;
    }

    /** Where the time of {@link #run} went. */
    Laps laps() {
        return laps;
    }

    private void lockAndRead(Connection connection) throws SQLException {
        Trip trip = new Trip(connection);
        trip.query(BatchSql.lockAccounts(accountIds()), locked::readAccounts);
        TreeSet<Long> ended = endedTransferIds();
        if (!ended.isEmpty()) {
            trip.query(BatchSql.lockTransfers(ended), locked::readTransfers);
        }
        for (Guard.Round guard : guards) {
            add(trip, guard.lock(), guard::read);
        }
        for (Joined<?> companion : companions) {
            add(trip, companion.lock(), companion::read);
        }
        trip.query(
                BatchSql.knownOperations(queue.stream()
                        .map(queued -> queued.posting().operation())
                        .toList()),
                locked::readOperations);
        trip.go();
    }

    private static void add(Trip trip, Optional<SqlText> sql, Trip.RowsReader reader) throws SQLException {
        if (sql.isPresent()) {
            trip.query(sql.get(), reader);
        }
    }

    private TreeSet<Long> accountIds() {
        TreeSet<Long> ids = new TreeSet<>();
        for (Queued queued : queue) {
            ids.add(queued.posting().movement().debitAccount());
            queued.posting().movement().creditAccount().ifPresent(ids::add);
        }
        return ids;
    }

    private TreeSet<Long> endedTransferIds() {
        TreeSet<Long> ids = new TreeSet<>();
        for (Queued queued : queue) {
            Movement movement = queued.posting().movement();
            if (movement instanceof Movement.Post || movement instanceof Movement.Release) {
                ids.add(movement.transferId());
            }
        }
        return ids;
    }

    private Outcome decide(Queued queued) {
        Posting posting = queued.posting();
        Optional<KnownOperation> known = locked.operation(posting.operation());
        if (known.isPresent()) {
            return known.get().answer(queued);
        }
        Draft draft = bookkeeper.draft(posting);
        Optional<Denial> refusal = refusalOf(draft);
        if (refusal.isPresent()) {
            companions.forEach(companion -> companion.refuse(posting, refusal.get()));
        } else {
            bookkeeper.apply(draft);
            limiter.take(draft);
            guards.forEach(guard -> guard.take(draft));
            companions.forEach(companion -> companion.take(draft));
        }
        return remember(queued, refusal).answer(queued);
    }

    /** The first that applies, from what is most to what is least particular to what was asked. */
    private Optional<Denial> refusalOf(Draft draft) {
        return bookkeeper
                .refusalByState(draft)
                .or(() -> first(companions, companion -> companion.decide(draft)))
                .or(() -> first(guards, guard -> guard.decide(draft)))
                .or(() -> bookkeeper.refusalByFunds(draft))
                .map(Denial::of)
                .or(() -> limiter.refusalBySpending(draft))
                .or(() -> limiter.refusalByRoom(draft));
    }

    private static <T> Optional<Reason> first(List<T> all, Function<T, Optional<Reason>> decide) {
        for (T one : all) {
            Optional<Reason> refusal = decide.apply(one);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private KnownOperation remember(Queued queued, Optional<Denial> refusal) {
        Posting posting = queued.posting();
        KnownOperation decided = new KnownOperation(
                queued.key(), queued.fingerprint(), posting.movement().transferId(), refusal);
        locked.add(posting.operation(), decided);
        rows.operations.add(new Rows.NewOperation(posting.operation(), decided, now));
        return decided;
    }

    private void writeAndCommit(Connection connection) throws SQLException {
        Trip trip = new Trip(connection);
        addUnlessEmpty(trip, rows.transfers, BatchSql::insertTransfers);
        addUnlessEmpty(trip, rows.endedHolds, BatchSql::updateTransfers);
        addUnlessEmpty(trip, rows.entries, BatchSql::insertEntries);
        addUnlessEmpty(trip, locked.changedAccounts(), BatchSql::updateAccounts);
        addUnlessEmpty(trip, rows.holds, BatchSql::insertHolds);
        addUnlessEmpty(trip, rows.endedHolds, BatchSql::deleteHolds);
        addUnlessEmpty(trip, rows.operations, BatchSql::insertOperations);
        for (Joined<?> companion : companions) {
            Optional<SqlText> write = companion.write();
            if (write.isPresent()) {
                trip.update(write.get());
            }
        }
        trip.mark(laps::written);
        trip.update(SqlText.of("commit"));
        laps.decided();
        trip.go();
    }

    private static <T> void addUnlessEmpty(Trip trip, List<T> rows, Function<List<T>, SqlText> sql)
            throws SQLException {
        if (!rows.isEmpty()) {
            trip.update(sql.apply(rows));
        }
    }
}
