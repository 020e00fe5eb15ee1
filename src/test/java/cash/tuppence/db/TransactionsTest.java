package cash.tuppence.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cash.tuppence.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.session.SqlSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TransactionsTest {
    private final TestDatabase schema = TestDatabase.fresh();
    private final Database database =
            new Database(new DatabaseSettings(schema.url(), schema.user(), schema.password(), 2));
    private final Transactions transactions = new Transactions(database, List.of());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatThrowsIsUndoneWholly() throws SQLException {
        new Migrator(database).migrate();

        assertThatThrownBy(() -> transactions.execute(session -> {
                    insertNode(session);
                    throw new IllegalStateException("after the insert");
                }))
                .hasMessage("after the insert");
        assertThat(nodes()).isZero();
        assertThat(Transactions.isOpen()).isFalse();

        transactions.execute(TransactionsTest::insertNode);
        assertThat(nodes()).isEqualTo(1);
    }

    @Test
    void aTransactionInsideATransactionThrows() {
        assertThatThrownBy(() -> transactions.execute(outer -> transactions.execute(inner -> {})))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void migratingTwiceChangesNothing() {
        assertThat(new Migrator(database).migrate()).isPositive();
        assertThat(new Migrator(database).migrate()).isZero();
    }

    @Test
    void aReadGoesOnOverANewConnectionWhereAllOldOnesWereCut() throws SQLException {
        assertThat(one()).isEqualTo(1);
        cutAllConnections();

        assertThat(one()).isEqualTo(1);
    }

    private int one() {
        return transactions.read(session -> {
            try (Statement statement = session.getConnection().createStatement();
                    var rows = statement.executeQuery("select 1")) {
                rows.next();
                return rows.getInt(1);
            } catch (SQLException e) {
                throw new PersistenceException(e);
            }
        });
    }

    private void cutAllConnections() throws SQLException {
        try (Connection connection = schema.connect();
                Statement statement = connection.createStatement();
                Statement killing = connection.createStatement();
                var rows = statement.executeQuery("select id from information_schema.processlist where db = '"
                        + schema.name() + "' and id <> connection_id()")) {
            int killed = 0;
            while (rows.next()) {
                killing.execute("kill " + rows.getLong(1));
                killed++;
            }
            assertThat(killed).isPositive();
        }
    }

    private static void insertNode(SqlSession session) {
        try (Statement statement = session.getConnection().createStatement()) {
            statement.executeUpdate("insert into nodes (started_at) values (utc_timestamp(6))");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long nodes() throws SQLException {
        try (Connection connection = schema.connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from nodes")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
