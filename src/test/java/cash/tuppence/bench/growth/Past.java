package cash.tuppence.bench.growth;

import cash.tuppence.db.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A ledger with a past, made by statements over a sequence, as posting would have made it: so many accounts, a grant to
 * each, and then rings of sends, in each of which every account sends one unit to the next.
 *
 * @param transfers in all: a multiple of {@code accounts}
 */
record Past(int accounts, int transfers) {
    private static final long BANK = 2_000_000_000L;
    private static final long UNITS_EACH = 1_000_000_000L;

    /** Rows in one transaction: what a server with a binary log takes in one piece. */
    private static final int AT_ONCE = 250_000;

    /** Below the keys that are made now; above those of the accounts. */
    private static final long FIRST_TRANSFER = 1_000_000_000L;

    private static final long FIRST_ENTRY = 4_000_000_000L;

    long entries() {
        return 2L * transfers;
    }

    void make(Database database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            // Not the durability that is measured: this connection's rows alone are kept out of the binary log.
            statement.execute("set session sql_log_bin = 0");
            statement.execute("insert into accounts (id, owner_id, type, asset, balance, opened_at) values (" + BANK
                    + ", 0, 'bank', 'USD', " + -UNITS_EACH * accounts + ", utc_timestamp(6))");
            for (long from = 0; from < accounts; from += AT_ONCE) {
                accounts(statement, from, Math.min(from + AT_ONCE, accounts));
            }
            for (long from = 0; from < transfers; from += AT_ONCE) {
                transfers(statement, from, Math.min(from + AT_ONCE, transfers));
            }
            statement.execute("set session sql_log_bin = 1");
        }
    }

    private static void accounts(Statement statement, long from, long end) throws SQLException {
        statement.execute("insert into accounts (id, owner_id, type, asset, balance, opened_at)"
                + " select seq, seq, 'wallet', 'USD', " + UNITS_EACH + ", utc_timestamp(6) from "
                + sequence(from + 1, end));
    }

    /** The first ring is the grants; after n rings of sends each account has sent and received n units. */
    private void transfers(Statement statement, long from, long end) throws SQLException {
        String debit = "if(seq < " + accounts + ", " + BANK + ", seq % " + accounts + " + 1)";
        String credit = "if(seq < " + accounts + ", seq + 1, (seq + 1) % " + accounts + " + 1)";
        String amount = "if(seq < " + accounts + ", " + UNITS_EACH + ", 1)";
        statement.execute("insert into transfers (id, nonce, kind, state, asset, amount, amount_posted,"
                + " debit_account_id, credit_account_id, actor_id, created_at, finished_at)"
                + " select " + FIRST_TRANSFER + " + seq, random_bytes(12), if(seq < " + accounts + ", 'grant', 'send'),"
                + " 'posted', 'USD', " + amount + ", " + amount + ", " + debit + ", " + credit
                + ", 0, utc_timestamp(6), utc_timestamp(6) from " + sequence(from, end - 1));
        statement.execute("insert into operations (id, posting_key, fingerprint, transfer_id, decided_at)"
                + " select unhex(md5(seq)), seq, unhex(md5(seq)), " + FIRST_TRANSFER + " + seq, utc_timestamp(6) from "
                + sequence(from, end - 1) + " order by unhex(md5(seq))");
        entries(statement, from, end, debit, "-" + amount, debitBalance(), 0);
        entries(statement, from, end, credit, amount, creditBalance(), 1);
    }

    /** In a ring everyone receives before they send, but the first, who begins it. */
    private String debitBalance() {
        return "if(seq < " + accounts + ", -" + UNITS_EACH + " * cast(seq + 1 as signed), " + UNITS_EACH
                + " - if(seq % " + accounts + " = 0, 1, 0))";
    }

    private String creditBalance() {
        return "if(seq < " + accounts + ", " + UNITS_EACH + ", " + UNITS_EACH + " + if(seq % " + accounts + " = "
                + (accounts - 1) + ", 0, 1))";
    }

    private static void entries(
            Statement statement, long from, long end, String account, String amount, String balance, int leg)
            throws SQLException {
        statement.execute("insert into entries (id, transfer_id, account_id, amount, balance_after, created_at)"
                + " select " + FIRST_ENTRY + " + 2 * seq + " + leg + ", " + FIRST_TRANSFER + " + seq, " + account + ", "
                + amount + ", " + balance + ", utc_timestamp(6) from " + sequence(from, end - 1));
    }

    private static String sequence(long first, long last) {
        return "seq_" + first + "_to_" + last;
    }
}
