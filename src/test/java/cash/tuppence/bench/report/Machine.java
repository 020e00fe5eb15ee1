package cash.tuppence.bench.report;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Where figures come from: as it was found, not as it was meant to be. */
public final class Machine {
    private static final List<String> VARIABLES = List.of(
            "version",
            "innodb_flush_log_at_trx_commit",
            "sync_binlog",
            "log_bin",
            "binlog_format",
            "innodb_doublewrite",
            "innodb_flush_method",
            "innodb_buffer_pool_size",
            "innodb_log_file_size",
            "tx_isolation");

    private Machine() {}

    /** This machine, and the settings that the database server says it has. */
    public static List<String> facts(DataSource database) throws SQLException {
        List<String> facts = new ArrayList<>();
        facts.add("%d cores, %.1f GB of memory, %s; JDK %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        memoryBytes() / 1e9,
                        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                        System.getProperty("java.vm.version")));
        facts.add("MariaDB " + String.join(", ", variables(database)));
        return facts;
    }

    private static long memoryBytes() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
    }

    private static List<String> variables(DataSource database) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String variable : VARIABLES) {
                try (ResultSet row = statement.executeQuery("select @@" + variable)) {
                    row.next();
                    found.add(variable + " " + row.getString(1));
                }
            }
        }
        return found;
    }
}
