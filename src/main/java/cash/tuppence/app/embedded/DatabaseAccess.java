package cash.tuppence.app.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.mariadb.jdbc.Driver;

/** How to reach the embedded database over loopback. */
public record DatabaseAccess(int port, String user, String password) {

    static final String USER = "tuppence";
    static final String SCHEMA = "tuppence";

    /** The JDBC URL of the schema that the program uses. */
    public String url() {
        return url(SCHEMA);
    }

    /** The JDBC URL of a schema, which must exist. */
    public String url(String schema) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + schema + "?sslMode=disable";
    }

    /** Whether a server answers here and takes this password. */
    boolean answers() {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", "2000");
        try (Connection connection = new Driver().connect(url(), login)) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return user + " at " + url();
    }
}
