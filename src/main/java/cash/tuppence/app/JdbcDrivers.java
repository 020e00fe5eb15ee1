package cash.tuppence.app;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drivers register themselves with the JVM, which would keep a web application in memory after it was undeployed. */
final class JdbcDrivers {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcDrivers.class);

    private JdbcDrivers() {}

    /** Unregisters those that this class loader, and no parent of it, brought. */
    static void forget(ClassLoader loader) {
        List<Driver> ours = DriverManager.drivers()
                .filter(driver -> driver.getClass().getClassLoader() == loader)
                .toList();
        for (Driver driver : ours) {
            try {
                DriverManager.deregisterDriver(driver);
            } catch (SQLException e) {
                LOG.warn("the driver {} could not be unregistered", driver, e);
            }
        }
    }
}
