package cash.tuppence.torture;

import cash.tuppence.ledger.OperationId;
import cash.tuppence.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares what the database has kept with what the journal says was asked and answered. */
final class Examiner {
    private static final String MISCOUNTED = "select a.id, a.spent_month, coalesce(sum(if(t.state = 'posted',"
            + " t.amount_posted, if(t.finished_at is null, t.amount, 0))), 0) as sent"
            + " from accounts a left join transfers t on t.debit_account_id = a.id and t.kind not in ('refund', 'grant')"
            + " and extract(year_month from t.created_at) = extract(year_month from a.spent_on)"
            + " where a.type = 'wallet' group by a.id, a.spent_month having spent_month <> sent";

    private final TestDatabase database;
    private final Books books;
    private final Tally tally;

    Examiner(TestDatabase database, Books books, Tally tally) {
        this.database = database;
        this.books = books;
        this.tally = tally;
    }

    /**
     * While some is unanswered still: what was answered is there, and of the rest each is there as a whole or not at all.
     */
    void checkNothingIsHalfDone(Collection<Entry> entries, long sinceKey) throws SQLException {
        Kept kept = keptOf(entries, sinceKey);
        check(entries, kept, books.copy());
    }

    /** When all is answered: each is there as it was answered, and the accounts say what the journal does. */
    void checkAll(Collection<Entry> entries, long sinceKey) throws SQLException {
        Kept kept = keptOf(entries, sinceKey);
        entries.forEach(
                entry -> tally.require(kept.operations.containsKey(entry.order().operation()), "%s was lost", entry));
        check(entries, kept, books);
        tally.add(Tally.Count.CHECKED, entries.size());
    }

    /** What the limits count is what was sent or is reserved, whatever died meanwhile. */
    void checkCounted() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(MISCOUNTED)) {
            while (rows.next()) {
                tally.require(
                        false,
                        "the account %s counts %s and sent %s",
                        rows.getLong(1),
                        rows.getLong(2),
                        rows.getLong(3));
            }
        }
    }

    private Kept keptOf(Collection<Entry> entries, long sinceKey) throws SQLException {
        Set<Long> transfers = new TreeSet<>();
        Set<Long> tickets = new TreeSet<>();
        List<OperationId> operations = new ArrayList<>();
        for (Entry entry : entries) {
            operations.add(entry.order().operation());
            transfers.addAll(entry.transferIds());
            tickets.add(entry.order().ticket());
        }
        try (Connection connection = database.connect()) {
            return Kept.read(connection, new Kept.Asked(operations, transfers, tickets, sinceKey));
        }
    }

    private void check(Collection<Entry> entries, Kept kept, Books expected) {
        Map<Long, Books.Transfer> transfers = new HashMap<>();
        List<Entry> startsFirst = entries.stream()
                .sorted(Comparator.comparing((Entry entry) -> !entry.order().starts()))
                .toList();
        for (Entry entry : startsFirst) {
            Decision decision = kept.operations.getOrDefault(entry.order().operation(), Decision.NONE);
            checkDecision(entry, decision, kept);
            expected.apply(entry.order(), decision)
                    .ifPresent(transfer -> transfers.put(decision.transferId(), transfer));
        }
        for (Entry entry : entries) {
            entry.transferIds().forEach(id -> checkTransfer(id, transfers, kept, entry));
        }
        tally.require(
                transfers.keySet().containsAll(kept.legs.keySet()), "cash moved that nobody asked for: %s", kept.legs);
        tally.require(kept.balances.equals(expected.balances()), "%s is not %s", kept.balances, expected.balances());
        tally.require(kept.held.equals(expected.held()), "held %s is not %s", kept.held, expected.held());
    }

    private void checkDecision(Entry entry, Decision decision, Kept kept) {
        Decision receipt = kept.receipts.getOrDefault(entry.order().operation(), Decision.NONE);
        tally.require(receipt.equals(decision), "%s was decided %s with the receipt %s", entry, decision, receipt);
        boolean acknowledged = entry.decision().isKnown();
        tally.require(!acknowledged || decision.equals(entry.decision()), "%s was kept as %s", entry, decision);
        boolean buys = entry.order().ticket() != 0 && decision.isAccepted();
        tally.require(
                !buys
                        || decision.transferId()
                                == kept.tickets.getOrDefault(entry.order().ticket(), 0L),
                "%s paid for a ticket that %s has",
                entry,
                kept.tickets.get(entry.order().ticket()));
    }

    /** It stands as the books have it; where they know nothing of it, it is not there, unless it was a hold before. */
    private void checkTransfer(long id, Map<Long, Books.Transfer> transfers, Kept kept, Entry entry) {
        Books.Transfer found = kept.transfers.get(id);
        Books.Transfer wanted = transfers.get(id);
        if (wanted == null) {
            tally.require(!entry.order().starts() || found == null, "%s left %s behind", entry, found);
            return;
        }
        tally.require(wanted.equals(found), "transfer %d of %s is %s, not %s", id, entry, found, wanted);
        Map<Long, Long> legs =
                wanted.posted() == 0 ? Map.of() : Map.of(wanted.from(), -wanted.posted(), wanted.to(), wanted.posted());
        tally.require(
                legs.equals(kept.legs.getOrDefault(id, Map.of())), "transfer %d has legs %s", id, kept.legs.get(id));
    }

    /** Looks for every operation of all rounds, and for operations that nobody asked for. */
    void checkSettled(Map<OperationId, Decision> settled, Set<OperationId> others) throws SQLException {
        long seen = 0;
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.setFetchSize(10_000);
            try (ResultSet rows = statement.executeQuery("select id, transfer_id, refusal from operations")) {
                while (rows.next()) {
                    OperationId id = OperationId.ofBytes(rows.getBytes(1));
                    if (!others.contains(id)) {
                        seen++;
                        Decision decision = Kept.decision(rows);
                        tally.require(decision.equals(settled.get(id)), "in the end one is %s", decision);
                    }
                }
            }
        }
        tally.require(seen == settled.size(), "%d operations were kept of %d", seen, settled.size());
    }
}
