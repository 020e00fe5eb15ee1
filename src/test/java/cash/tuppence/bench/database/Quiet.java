package cash.tuppence.bench.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * Waits until a server has cleared away after what was made, and has written to its tables what was changed in memory: what
 * is made in minutes here came over months, and is no debt of what is measured next.
 */
public record Quiet(DataSource database) {
    private static final int FEW_PAGES = 500;
    private static final int FEW_VERSIONS = 200;
    private static final long PAUSE_NANOS = 200_000_000;

    public void await() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            long usual = number(statement, "select @@innodb_max_dirty_pages_pct");
            long pace = number(statement, "select @@innodb_io_capacity");
            statement.execute("set global innodb_max_dirty_pages_pct = 0, innodb_io_capacity_max = 20000,"
                    + " innodb_io_capacity = 10000");
            while (status(statement, "Innodb_history_list_length") > FEW_VERSIONS
                    || status(statement, "Innodb_buffer_pool_pages_dirty") > FEW_PAGES) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            statement.execute("set global innodb_max_dirty_pages_pct = " + usual + ", innodb_io_capacity = " + pace
                    + ", innodb_io_capacity_max = " + 2 * Math.max(pace, 1000));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What all tables take on the disk. */
    public double gigabytes() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            return number(statement, "select sum(file_size) from information_schema.innodb_sys_tablespaces") / 1e9;
        }
    }

    private static long status(Statement statement, String name) throws SQLException {
        return number(
                statement,
                "select variable_value from information_schema.global_status where variable_name = '" + name + "'");
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
