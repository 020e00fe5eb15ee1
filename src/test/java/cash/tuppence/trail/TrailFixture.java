package cash.tuppence.trail;

import cash.tuppence.db.Database;
import cash.tuppence.db.DatabaseSettings;
import cash.tuppence.db.Migrator;
import cash.tuppence.db.Transactions;
import cash.tuppence.testing.SettableClock;
import cash.tuppence.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A node with a trail, on a schema of its own or on another node's. */
final class TrailFixture implements AutoCloseable {
    static final byte[] KEY = new byte[32];
    static final long SHOP = 42;

    final SettableClock clock = new SettableClock(Instant.parse("2026-11-01T12:00:00Z"));
    final TestDatabase schema;
    final Database database;
    final Transactions transactions;
    final Trail trail = new Trail(KEY, clock);
    final TrailAudit audit;

    TrailFixture() {
        this(TestDatabase.fresh());
    }

    TrailFixture(TestDatabase schema) {
        this.schema = schema;
        database = new Database(new DatabaseSettings(schema.url(), schema.user(), schema.password(), 8));
        new Migrator(database).migrate();
        transactions = new Transactions(database, Trail.MAPPERS);
        audit = new TrailAudit(transactions, KEY, clock);
    }

    void write(Entry entry) {
        transactions.execute(session -> trail.write(session, entry));
    }

    /** Rows about several things of one shop. */
    void write(int count) {
        for (int i = 1; i <= count; i++) {
            write(Entry.of(Verb.KEY_MADE, SHOP).on("key-" + i).to(Map.of("livemode", true, "number", i)));
        }
    }

    /** Newest first. */
    List<TrailRow> rows() {
        return transactions.read(session -> session.getMapper(TrailMapper.class).search(TrailQuery.latest(1_000)));
    }

    List<TrailRow> search(TrailQuery query) {
        return transactions.read(session -> session.getMapper(TrailMapper.class).search(query));
    }

    /** What somebody with the database's password can do. */
    void tamper(String statements) {
        try (Connection connection = schema.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements.split(";")) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
