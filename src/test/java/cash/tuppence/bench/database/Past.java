package cash.tuppence.bench.database;

import cash.tuppence.db.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A ledger with a past, made by statements over a sequence, as posting would have made it: so many accounts, a grant to
 * each, and then rings of sends, in each of which every account sends one unit to the next.
 *
 * @param transfers in all: a multiple of {@code accounts}
 */
public record Past(long accounts, long transfers) {
    private static final long BANK = 2_000_000_000L;
    private static final long UNITS_EACH = 1_000_000_000L;

    /** Rows in one transaction. */
    private static final long AT_ONCE = 250_000;

    /** Below the keys that are made now; above those of the accounts. */
    private static final long FIRST_TRANSFER = 1_000_000_000L;

    private static final long FIRST_ENTRY = 4_000_000_000L;

    /** Rows that begin with that number, up to another. */
    private interface Rows {
        String insert(long from, long end);
    }

    public long entries() {
        return 2L * transfers;
    }

    /** Makes it, some tables side by side. */
    public void make(Database database) {
        List<CompletableFuture<Void>> tables = List.of(
                CompletableFuture.runAsync(() -> {
                    execute(database, 1, (from, end) -> bank());
                    execute(database, accounts, this::accounts);
                    execute(database, transfers, this::transfers);
                    execute(database, transfers, Past::operations);
                }),
                CompletableFuture.runAsync(() -> execute(database, entries(), this::entries)));
        tables.forEach(CompletableFuture::join);
    }

    private static void execute(Database database, long count, Rows rows) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            // Not the durability that is measured: these rows alone are kept out of the binary log.
            statement.execute("set session sql_log_bin = 0");
            for (long from = 0; from < count; from += AT_ONCE) {
                statement.execute(rows.insert(from, Math.min(from + AT_ONCE, count)));
            }
            statement.execute("set session sql_log_bin = 1");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String bank() {
        return "insert into accounts (id, owner_id, type, asset, balance, opened_at) values (" + BANK
                + ", 0, 'bank', 'USD', " + -UNITS_EACH * accounts + ", utc_timestamp(6))";
    }

    private String accounts(long from, long end) {
        return "insert into accounts (id, owner_id, type, asset, balance, limit_class, opened_at)"
                + " select seq + 1, seq + 1, 'wallet', 'USD', " + UNITS_EACH + ", " + Wallets.LIMIT_CLASS
                + ", utc_timestamp(6)"
                + numbers(from, end);
    }

    /** The first ring is the grants. */
    private String transfers(long from, long end) {
        return "insert into transfers (id, nonce, kind, state, asset, amount, amount_posted,"
                + " debit_account_id, credit_account_id, actor_id, created_at, finished_at)"
                + " select " + FIRST_TRANSFER + " + seq, random_bytes(12), if(seq < " + accounts + ", 'grant', 'send'),"
                + " 'posted', 'USD', " + amount("seq") + ", " + amount("seq") + ", " + debit("seq") + ", "
                + credit("seq") + ", 0, utc_timestamp(6), utc_timestamp(6)" + numbers(from, end);
    }

    private static String operations(long from, long end) {
        return "insert into operations (id, posting_key, fingerprint, transfer_id, decided_at)"
                + " select unhex(md5(seq)) as id, seq, unhex(md5(seq)), " + FIRST_TRANSFER + " + seq, utc_timestamp(6)"
                + numbers(from, end) + " order by id";
    }

    /** Two legs for each transfer. In a ring everyone receives before they send, but the first, who begins it. */
    private String entries(long from, long end) {
        String transfer = "(seq div 2)";
        String debit = "if(" + transfer + " < " + accounts + ", -" + UNITS_EACH + " * cast(" + transfer
                + " + 1 as signed), " + UNITS_EACH + " - if(" + transfer + " % " + accounts + " = 0, 1, 0))";
        String credit = "if(" + transfer + " < " + accounts + ", " + UNITS_EACH + ", " + UNITS_EACH + " + if("
                + transfer + " % " + accounts + " = " + (accounts - 1) + ", 0, 1))";
        return "insert into entries (id, transfer_id, account_id, amount, balance_after, created_at)"
                + " select " + FIRST_ENTRY + " + seq, " + FIRST_TRANSFER + " + " + transfer
                + ", if(seq % 2, " + credit(transfer) + ", " + debit(transfer) + "), if(seq % 2, 1, -1) * "
                + amount(transfer) + ", if(seq % 2, " + credit + ", " + debit + "), utc_timestamp(6)"
                + numbers(from, end);
    }

    private String amount(String transfer) {
        return "if(" + transfer + " < " + accounts + ", " + UNITS_EACH + ", 1)";
    }

    private String debit(String transfer) {
        return "if(" + transfer + " < " + accounts + ", " + BANK + ", " + transfer + " % " + accounts + " + 1)";
    }

    private String credit(String transfer) {
        return "(" + transfer + " + if(" + transfer + " < " + accounts + ", 0, 1)) % " + accounts + " + 1";
    }

    private static String numbers(long from, long end) {
        return " from seq_" + from + "_to_" + (end - 1);
    }
}
