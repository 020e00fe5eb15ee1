package cash.tuppence.bench.database;

import cash.tuppence.db.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Accounts 1 to {@code rich} with plenty in them, and as many again, numbered on, with nothing; made by statements over a
 * sequence, as posting would have made them.
 */
public record Wallets(int rich, int poor) {
    private static final long BANK = 2_000_000_000L;
    private static final long UNITS_EACH = 1_000_000_000L;

    /** With limits, which are counted, and too high for what is moved: a business's whose identity is known. */
    static final int LIMIT_CLASS = 6;

    /** Into which all pay where an account is to be hot. */
    public static final long HOT = 1;

    public void seed(Database database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into accounts (id, owner_id, type, asset, balance, opened_at) values (" + BANK
                    + ", 0, 'bank', 'USD', " + -UNITS_EACH * rich + ", utc_timestamp(6))");
            statement.execute("insert into accounts (id, owner_id, type, asset, balance, limit_class, opened_at)"
                    + " select seq, seq, 'wallet', 'USD', if(seq > " + rich + ", 0, " + UNITS_EACH
                    + "), " + LIMIT_CLASS + ", utc_timestamp(6) from seq_1_to_" + (rich + poor));
            statement.execute("insert into transfers (id, nonce, kind, state, asset, amount, amount_posted,"
                    + " debit_account_id, credit_account_id, actor_id, created_at, finished_at)"
                    + " select seq, random_bytes(12), 'grant', 'posted', 'USD', " + UNITS_EACH + ", " + UNITS_EACH
                    + ", " + BANK + ", seq, 0, utc_timestamp(6), utc_timestamp(6) from seq_1_to_" + rich);
            statement.execute("insert into entries (id, transfer_id, account_id, amount, balance_after, created_at)"
                    + " select 2 * seq, seq, seq, " + UNITS_EACH + ", " + UNITS_EACH
                    + ", utc_timestamp(6) from seq_1_to_" + rich);
            statement.execute("insert into entries (id, transfer_id, account_id, amount, balance_after, created_at)"
                    + " select 2 * seq + 1, seq, " + BANK + ", " + -UNITS_EACH + ", " + -UNITS_EACH
                    + " * cast(seq as signed), utc_timestamp(6) from seq_1_to_" + rich);
        }
    }
}
