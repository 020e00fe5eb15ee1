package cash.tuppence.bench.database;

import cash.tuppence.app.embedded.Caches;
import cash.tuppence.app.embedded.DatabaseAccess;
import cash.tuppence.app.embedded.Durability;
import cash.tuppence.app.embedded.EmbeddedMariaDb;
import cash.tuppence.testing.TestMariaDb;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The embedded server as the product starts it, in a folder of its own; each part gets a fresh schema on it. */
public final class BenchDatabase implements AutoCloseable {
    private final Path folder;
    private final EmbeddedMariaDb server;
    private final Thread atEnd = new Thread(this::stop, "bench-database-end");
    private int schemas;

    public BenchDatabase(Path folder) {
        this.folder = folder;
        server = EmbeddedMariaDb.start(folder, TestMariaDb.binaries(), Durability.FULL, Caches.ofMachine());
        Runtime.getRuntime().addShutdownHook(atEnd);
    }

    /** The URL of a schema that nobody has used. */
    public String newSchema() throws SQLException {
        String name = "bench_" + ++schemas;
        try (Connection connection = DriverManager.getConnection(access().url(), user(), password());
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return access().url(name);
    }

    public String user() {
        return access().user();
    }

    public String password() {
        return access().password();
    }

    /** Where a part may put files that go with the run. */
    public Path folder() {
        return folder;
    }

    /** Its process. */
    public long pid() {
        return server.pid();
    }

    private DatabaseAccess access() {
        return server.access();
    }

    private void stop() {
        server.close();
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atEnd);
        stop();
    }
}
