package cash.tuppence.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * The connections to one database: a pool for everyone, and a small one of its own for the posting stage, the only
 * place that sends several statements in one trip.
 */
public final class Database implements AutoCloseable {
    /** Lock waits are bounded, so that a stuck row delays and does not hang. */
    private static final String SESSION = "set session time_zone = '+00:00', innodb_lock_wait_timeout = 1,"
            + " sql_mode = 'STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,"
            + "ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION'";

    private static final int STAGE_CONNECTIONS = 2;

    private final HikariDataSource pool;
    private final HikariDataSource stagePool;

    public Database(DatabaseSettings settings) {
        pool = open(settings, "tuppence", settings.poolSize(), false);
        stagePool = open(settings, "tuppence-stage", STAGE_CONNECTIONS, true);
    }

    /** For single statements and for {@link Transactions}. */
    public DataSource dataSource() {
        return pool;
    }

    /** A connection whose statements may hold several commands; for the posting stage alone. The caller closes it. */
    public Connection stageConnection() throws SQLException {
        return stagePool.getConnection();
    }

    /** How many connections of the pool are in use just now. */
    public int connectionsInUse() {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    /** How many threads wait for a connection just now. */
    public int connectionsAwaited() {
        return pool.getHikariPoolMXBean().getThreadsAwaitingConnection();
    }

    /** Closes what nobody uses just now: after one connection was lost, the others most likely are, too. */
    void dropIdleConnections() {
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    private static HikariDataSource open(DatabaseSettings settings, String name, int size, boolean multiQueries) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        // A stock Tomcat does not find a driver that lies in the web application unless it is named.
        config.setDriverClassName("org.mariadb.jdbc.Driver");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(2, size));
        config.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionInitSql(SESSION);
        config.setInitializationFailTimeout(Duration.ofSeconds(20).toMillis());
        config.addDataSourceProperty("allowMultiQueries", multiQueries);
        config.addDataSourceProperty("useServerPrepStmts", !multiQueries);
        config.addDataSourceProperty("tcpKeepAlive", true);
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        stagePool.close();
        pool.close();
    }
}
