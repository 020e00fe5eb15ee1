package cash.tuppence.torture;

import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.TransferState;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the database has kept, read in one snapshot, so that what commits meanwhile is there as a whole or not at all. */
final class Kept {
    private static final int MOST_IN_LIST = 2_000;

    final Map<OperationId, Decision> operations = new HashMap<>();
    final Map<OperationId, Decision> receipts = new HashMap<>();
    final Map<Long, Books.Transfer> transfers = new HashMap<>();
    final Map<Long, Long> tickets = new HashMap<>();
    final Map<Long, Long> balances = new HashMap<>();
    final Map<Long, Long> held = new HashMap<>();

    /** By transfer, what each leg moved, by account. */
    final Map<Long, Map<Long, Long>> legs = new HashMap<>();

    private Kept() {}

    /**
     * What is asked after.
     *
     * @param sinceKey legs that were made before are left out
     */
    record Asked(
            Collection<OperationId> operations, Collection<Long> transfers, Collection<Long> tickets, long sinceKey) {}

    static Kept read(Connection connection, Asked asked) throws SQLException {
        Kept kept = new Kept();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session transaction isolation level repeatable read");
            statement.execute("start transaction with consistent snapshot");
            List<String> ids = asked.operations().stream()
                    .map(id -> "x'" + HexFormat.of().formatHex(id.bytes()) + "'")
                    .toList();
            each(statement, "select id, transfer_id, refusal from operations where id in ", ids, kept::operation);
            each(
                    statement,
                    "select operation, transfer_id, refusal from torture_receipts where operation in ",
                    ids,
                    kept::receipt);
            each(
                    statement,
                    "select id, state, debit_account_id, credit_account_id, amount, amount_posted from transfers"
                            + " where id in ",
                    asked.transfers(),
                    kept::transfer);
            read(
                    statement,
                    "select transfer_id, account_id, amount from entries where id > " + asked.sinceKey(),
                    kept::leg);
            each(
                    statement,
                    "select id, transfer_id from tickets where transfer_id is not null and id in ",
                    asked.tickets(),
                    rows -> kept.tickets.put(rows.getLong(1), rows.getLong(2)));
            read(statement, "select id, balance, held from accounts", kept::account);
            statement.execute("rollback");
        }
        return kept;
    }

    private static void each(Statement statement, String select, Collection<?> ids, Reader reader) throws SQLException {
        List<Object> all = new ArrayList<>(ids);
        for (int from = 0; from < all.size(); from += MOST_IN_LIST) {
            String list = all.subList(from, Math.min(all.size(), from + MOST_IN_LIST)).stream()
                    .map(Object::toString)
                    .collect(Collectors.joining(", "));
            read(statement, select + "(" + list + ")", reader);
        }
    }

    private static void read(Statement statement, String select, Reader reader) throws SQLException {
        try (ResultSet rows = statement.executeQuery(select)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    private void operation(ResultSet row) throws SQLException {
        operations.put(OperationId.ofBytes(row.getBytes(1)), decision(row));
    }

    private void receipt(ResultSet row) throws SQLException {
        receipts.put(OperationId.ofBytes(row.getBytes(1)), decision(row));
    }

    /** From the second and third column. */
    static Decision decision(ResultSet row) throws SQLException {
        String refusal = row.getString(3);
        return new Decision(refusal.isEmpty() ? row.getLong(2) : 0, refusal);
    }

    private void transfer(ResultSet row) throws SQLException {
        transfers.put(
                row.getLong(1),
                new Books.Transfer(
                        TransferState.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6)));
    }

    private void leg(ResultSet row) throws SQLException {
        legs.computeIfAbsent(row.getLong(1), id -> new HashMap<>()).merge(row.getLong(2), row.getLong(3), Long::sum);
    }

    private void account(ResultSet row) throws SQLException {
        balances.put(row.getLong(1), row.getLong(2));
        held.put(row.getLong(1), row.getLong(3));
    }

    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }
}
