package cash.tuppence.hostile;

import cash.tuppence.testing.TestServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.TreeMap;

/** Where all cash is, and how often any of it moved. */
record Vault(TreeMap<Long, String> accounts, long entries) {
    static Vault of(TestServer server) {
        try (Connection connection = server.database().connect();
                Statement statement = connection.createStatement()) {
            TreeMap<Long, String> accounts = new TreeMap<>();
            ResultSet rows =
                    statement.executeQuery("select id, balance, held from accounts where balance <> 0 or held <> 0");
            while (rows.next()) {
                accounts.put(rows.getLong(1), rows.getLong(2) + " held " + rows.getLong(3));
            }
            ResultSet entries = statement.executeQuery("select count(*) from entries");
            entries.next();
            return new Vault(accounts, entries.getLong(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
