package cash.tuppence.testing;

import cash.tuppence.app.embedded.DatabaseAccess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** An empty schema of its own on the MariaDB that all tests of one JVM share. It is gone when the JVM ends. */
public record TestDatabase(String name, String url, String user, String password) {

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** A new one, without any table. */
    public static TestDatabase fresh() {
        DatabaseAccess access = TestMariaDb.shared().access();
        String name = "test_" + COUNT.incrementAndGet();
        TestDatabase database = new TestDatabase(name, access.url(name), access.user(), access.password());
        try (Connection connection = DriverManager.getConnection(access.url(), access.user(), access.password());
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create " + name, e);
        }
        return database;
    }

    /** A plain connection, for looking at what the code under test did; the caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }
}
