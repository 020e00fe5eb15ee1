package cash.tuppence.wallet;

import cash.tuppence.testing.TestServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A look into a test server's database. */
public final class Rows {
    private Rows() {}

    /** One number. */
    public static long number(TestServer server, String sql) {
        try (Connection connection = server.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public static void execute(TestServer server, String sql) {
        try (Connection connection = server.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Stops a wallet from sending. */
    public static void freeze(TestServer server, Person person) {
        execute(
                server,
                "update accounts set frozen = true where owner_id = (select id from profiles where handle = '"
                        + person.handle() + "')");
    }
}
