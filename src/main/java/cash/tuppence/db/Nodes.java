package cash.tuppence.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Hands each process a number of its own, so that the keys that it makes meet nobody else's. */
public final class Nodes {
    private final Database database;

    public Nodes(Database database) {
        this.database = database;
    }

    /** The next number; the same one is never given twice. */
    public long next() {
        String insert = "insert into nodes (started_at) values (utc_timestamp(6))";
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(insert, Statement.RETURN_GENERATED_KEYS)) {
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("no node number could be had from the database", e);
        }
    }
}
