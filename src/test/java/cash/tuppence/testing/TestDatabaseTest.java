package cash.tuppence.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    @Test
    void isEmptyAndItsOwn() throws SQLException {
        TestDatabase one = TestDatabase.fresh();
        TestDatabase other = TestDatabase.fresh();
        try (Connection connection = one.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table pennies (n int)");
        }
        try (Connection connection = other.connect();
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery("show tables")) {
            assertThat(tables.next()).isFalse();
        }
    }
}
