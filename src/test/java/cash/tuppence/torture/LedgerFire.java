package cash.tuppence.torture;

import cash.tuppence.app.embedded.Caches;
import cash.tuppence.app.embedded.DatabaseAccess;
import cash.tuppence.app.embedded.Durability;
import cash.tuppence.app.embedded.EmbeddedMariaDb;
import cash.tuppence.core.KeyMaker;
import cash.tuppence.db.Transactions;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.audit.Audit;
import cash.tuppence.ledger.stage.StageLimits;
import cash.tuppence.testing.CutProxy;
import cash.tuppence.testing.LedgerFixture;
import cash.tuppence.testing.TestDatabase;
import cash.tuppence.testing.TestMariaDb;
import cash.tuppence.testing.Tickets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** The scene: a MariaDB with full durability, accounts on it, and wires that can be cut, for as many nodes as there are. */
final class LedgerFire implements AutoCloseable {
    static final int NODES = 2;
    static final String NODES_USER = "node";
    private static final int WALLETS = 24;
    private static final long CENTS_OF_THE_RICH = 1_000_000;
    private static final long CENTS_OF_THE_POOR = 1;
    private static final long UNITS_OF_A_CENT = 100;
    private static final int TICKETS = 200_000;

    private final Path folder;
    private final EmbeddedMariaDb server;
    private final TestDatabase database;
    private final LedgerFixture fixture;
    private final List<Long> wallets = new ArrayList<>();
    private final List<CutProxy> wires = new ArrayList<>();
    private final Set<OperationId> grants = new HashSet<>();
    private final Books books = new Books();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final KeyMaker keys = new KeyMaker(InstantSource.system(), KeyMaker.NODES - 1);

    LedgerFire(Path folder) throws SQLException, IOException {
        this.folder = folder.toAbsolutePath().normalize();
        server = EmbeddedMariaDb.start(folder, TestMariaDb.binaries(), Durability.FULL, Caches.SMALL);
        // Else Ctrl-C would leave the database running.
        Runtime.getRuntime().addShutdownHook(new Thread(this::closeAtExit));
        DatabaseAccess access = server.access();
        database = new TestDatabase("torture", access.url("torture"), access.user(), access.password());
        try (Connection connection = new TestDatabase("", access.url(), access.user(), access.password()).connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create database torture");
            statement.execute("create user " + NODES_USER + "@'127.0.0.1' identified by '" + access.password() + "'");
            statement.execute("grant all on torture.* to " + NODES_USER + "@'127.0.0.1'");
        }
        fixture = new LedgerFixture(database, StageLimits.DEFAULT);
        openWallets();
        makeTables();
        for (int i = 0; i < NODES; i++) {
            wires.add(new CutProxy(database));
        }
    }

    private void openWallets() throws SQLException {
        for (int i = 0; i < WALLETS; i++) {
            boolean poor = i >= WALLETS - Traffic.poor();
            wallets.add(fixture.walletWith(poor ? CENTS_OF_THE_POOR : CENTS_OF_THE_RICH));
        }
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("update accounts set limit_class = " + LedgerNode.LIMITED + " where type = 'wallet'");
            try (ResultSet rows = statement.executeQuery("select id, balance from accounts")) {
                while (rows.next()) {
                    books.open(rows.getLong(1), rows.getLong(2));
                }
            }
            try (ResultSet rows = statement.executeQuery("select id from operations")) {
                while (rows.next()) {
                    grants.add(OperationId.ofBytes(rows.getBytes(1)));
                }
            }
        }
    }

    private void makeTables() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(Receipts.TABLE);
            statement.execute(Tickets.TABLE);
            statement.execute("insert into tickets (id) select seq from seq_1_to_" + TICKETS);
            statement.execute("create table torture_ballast (id int primary key, weight int not null)");
            statement.execute("insert into torture_ballast select seq, 0 from seq_1_to_500");
        }
    }

    /** As a node reaches it: by its own wire, under the nodes' own name. */
    TestDatabase forNode(int number) {
        return new TestDatabase(database.name(), wires.get(number).url(database), NODES_USER, database.password());
    }

    TestDatabase database() {
        return database;
    }

    List<Long> wallets() {
        return wallets;
    }

    List<CutProxy> wires() {
        return wires;
    }

    Books books() {
        return books;
    }

    KeyMaker keys() {
        return keys;
    }

    /** The operations with which the wallets were filled. */
    Set<OperationId> grants() {
        return grants;
    }

    /** What all wallets hold together, in units. */
    long inWallets() {
        return UNITS_OF_A_CENT * ((WALLETS - Traffic.poor()) * CENTS_OF_THE_RICH + Traffic.poor() * CENTS_OF_THE_POOR);
    }

    /** As SIGKILL; the embedded database's own watchdog starts it again. */
    boolean killDatabase() {
        return Databases.kill(folder);
    }

    int cuts() {
        return wires.stream().mapToInt(CutProxy::cuts).sum();
    }

    Transactions transactions() {
        return fixture.transactions;
    }

    List<Audit.Check> audit() {
        return fixture.audit();
    }

    private void closeAtExit() {
        try {
            close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (closed.getAndSet(true)) {
            return;
        }
        for (CutProxy wire : wires) {
            wire.close();
        }
        fixture.close();
        server.close();
    }
}
