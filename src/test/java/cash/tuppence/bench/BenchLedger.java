package cash.tuppence.bench;

import cash.tuppence.app.embedded.Durability;
import cash.tuppence.app.embedded.EmbeddedMariaDb;
import cash.tuppence.core.Asset;
import cash.tuppence.core.KeyMaker;
import cash.tuppence.db.Database;
import cash.tuppence.db.DatabaseSettings;
import cash.tuppence.db.Migrator;
import cash.tuppence.db.Nodes;
import cash.tuppence.db.Transactions;
import cash.tuppence.ledger.AccountMapper;
import cash.tuppence.ledger.audit.Audit;
import cash.tuppence.ledger.audit.AuditMapper;
import cash.tuppence.testing.TestMariaDb;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;

/** A ledger with full durability and as many wallets as are asked for, each with plenty in it. */
final class BenchLedger implements AutoCloseable {
    /** Ids of the wallets' accounts: 1 to their number. */
    static final long FIRST_ACCOUNT = 1;

    private static final long BANK = 2_000_000_000L;
    private static final long UNITS_EACH = 1_000_000_000L;

    final EmbeddedMariaDb server;
    final Database database;
    final KeyMaker keys;
    final Transactions transactions;
    final int wallets;

    BenchLedger(Path folder, int wallets) throws SQLException {
        this.wallets = wallets;
        server = EmbeddedMariaDb.start(folder, TestMariaDb.binaries(), Durability.FULL);
        try (Connection connection = DriverManager.getConnection(
                        server.access().url(),
                        server.access().user(),
                        server.access().password());
                Statement statement = connection.createStatement()) {
            statement.execute("create database if not exists bench");
        }
        database = new Database(new DatabaseSettings(
                server.access().url("bench"),
                server.access().user(),
                server.access().password(),
                16));
        new Migrator(database).migrate();
        keys = new KeyMaker(InstantSource.system(), new Nodes(database).next());
        transactions = new Transactions(database, List.of(AccountMapper.class, AuditMapper.class));
        seed();
    }

    /** By statements over a sequence: what posting does, done for all wallets at once. */
    private void seed() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into accounts (id, owner_id, type, asset, balance, opened_at) values (" + BANK
                    + ", 0, 'bank', 'USD', " + -UNITS_EACH * wallets + ", utc_timestamp(6))");
            statement.execute("insert into accounts (id, owner_id, type, asset, balance, opened_at)"
                    + " select seq, seq, 'wallet', 'USD', " + UNITS_EACH + ", utc_timestamp(6) from seq_1_to_"
                    + wallets);
            statement.execute("insert into transfers (id, nonce, kind, state, asset, amount, amount_posted,"
                    + " debit_account_id, credit_account_id, actor_id, created_at, finished_at)"
                    + " select seq, random_bytes(12), 'grant', 'posted', 'USD', " + UNITS_EACH + ", " + UNITS_EACH
                    + ", "
                    + BANK + ", seq, 0, utc_timestamp(6), utc_timestamp(6) from seq_1_to_" + wallets);
            statement.execute("insert into entries (id, transfer_id, account_id, amount, balance_after, created_at)"
                    + " select 2 * seq, seq, seq, " + UNITS_EACH + ", " + UNITS_EACH
                    + ", utc_timestamp(6) from seq_1_to_"
                    + wallets);
            statement.execute("insert into entries (id, transfer_id, account_id, amount, balance_after, created_at)"
                    + " select 2 * seq + 1, seq, " + BANK + ", " + -UNITS_EACH + ", " + -UNITS_EACH
                    + " * cast(seq as signed), utc_timestamp(6) from seq_1_to_" + wallets);
        }
    }

    Asset asset() {
        return Asset.USD;
    }

    /** The proof that no figure was bought with a cent. */
    boolean isProved() {
        return new Audit(transactions).run().stream().allMatch(Audit.Check::holds);
    }

    @Override
    public void close() {
        database.close();
        server.close();
    }
}
