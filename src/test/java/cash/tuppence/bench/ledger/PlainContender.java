package cash.tuppence.bench.ledger;

import cash.tuppence.bench.database.BenchLedger;
import cash.tuppence.ledger.OperationId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * What one would write without a posting stage: a database transaction a transfer, with the same rows and the same
 * promises (locks in order, funds checked under them, an operation id that is written once).
 */
public final class PlainContender implements Contender {
    private final String name;
    private final BenchLedger ledger;

    public PlainContender(String name, BenchLedger ledger) {
        this.name = name;
        this.ledger = ledger;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int transfer(long from, long to) {
        try (Connection connection = ledger.database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            transfer(connection, from, to);
            connection.commit();
            return 1;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void transfer(Connection connection, long from, long to) throws SQLException {
        long[] balances = lock(connection, from, to);
        if (balances[0] < 1) {
            throw new IllegalStateException("no funds");
        }
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        long transfer = ledger.keys.next();
        update(connection, "update accounts set balance = balance - 1, version = version + 1 where id = ?", from);
        update(connection, "update accounts set balance = balance + 1, version = version + 1 where id = ?", to);
        update(
                connection,
                "insert into transfers (id, nonce, kind, state, asset, amount, amount_posted, debit_account_id,"
                        + " credit_account_id, actor_id, created_at, finished_at)"
                        + " values (?, ?, 'send', 'posted', 'USD', 1, 1, ?, ?, 0, ?, ?)",
                transfer,
                new byte[12],
                from,
                to,
                now,
                now);
        update(
                connection,
                "insert into entries (id, transfer_id, account_id, amount, balance_after, created_at)"
                        + " values (?, ?, ?, -1, ?, ?), (?, ?, ?, 1, ?, ?)",
                ledger.keys.next(),
                transfer,
                from,
                balances[0] - 1,
                now,
                ledger.keys.next(),
                transfer,
                to,
                balances[1] + 1,
                now);
        update(
                connection,
                "insert into operations (id, posting_key, fingerprint, transfer_id, decided_at) values (?, ?, ?, ?, ?)",
                OperationId.random().bytes(),
                transfer,
                new byte[16],
                transfer,
                now);
    }

    private static long[] lock(Connection connection, long from, long to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select id, balance - held from accounts where id in (?, ?) order by id for update")) {
            statement.setLong(1, from);
            statement.setLong(2, to);
            long[] balances = new long[2];
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    balances[rows.getLong(1) == from ? 0 : 1] = rows.getLong(2);
                }
            }
            return balances;
        }
    }

    private static void update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
