package cash.tuppence.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.SqlSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A merchant's lists stay fast: of a hundred thousand checkouts no more rows are read than are shown, or nearly so. */
class ManyCheckoutsTest {
    private static final String LIST = CheckoutMapper.class.getName() + ".list";
    private static final int COUNT = 100_000;
    private static final int SHOWN = 25;
    private static final long PAYER = 7;

    private static TillFixture fixture;

    @BeforeAll
    static void fill() throws SQLException {
        fixture = new TillFixture();
        fixture.cash.execute("insert into checkouts (id, nonce, profile_id, livemode, state, sequence, asset, amount,"
                + " amount_captured, capture, description, reference, return_url, created_at, expires_at, paid_at,"
                + " payer_id, transfer_id) select seq, repeat(x'00', 12), " + fixture.merchant
                + ", true, 'paid', 2, 'USD', 10000 + mod(seq, 5000), 10000 + mod(seq, 5000), 'automatic', 'Tea',"
                + " concat('order-', seq), 'https://shop.example/', utc_timestamp(6),"
                + " utc_timestamp(6) + interval 1 hour, utc_timestamp(6), " + PAYER + ", seq from seq_1_to_" + COUNT);
        fixture.cash.execute("update checkouts set state = 'expired', paid_at = null, amount_captured = 0,"
                + " payer_id = null, transfer_id = null where mod(id, 2500) = 0");
        fixture.cash.execute("update checkouts set state = 'open', paid_at = null, amount_captured = 0,"
                + " payer_id = null, transfer_id = null where mod(id, 2500) = 1");
        try (Connection connection = fixture.cash.schema.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("analyze table checkouts");
        }
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    private static CheckoutQuery query(
            String reference, String beginning, CheckoutState state, Long amountUnits, Long payerId) {
        return new CheckoutQuery(
                fixture.merchant,
                true,
                reference,
                beginning,
                state,
                amountUnits,
                payerId,
                Long.MAX_VALUE,
                Instant.now(),
                SHOWN);
    }

    @Test
    void theFirstPageAndAnyOther() {
        assertThat(rowsRead(query(null, null, null, null, null))).isLessThan(2 * SHOWN);
        assertThat(rowsRead(query(null, null, null, null, null).before(COUNT / 2)))
                .isLessThan(2 * SHOWN);
    }

    @Test
    void byReference() {
        assertThat(rowsRead(query("order-99123", null, null, null, null))).isLessThan(10);
        assertThat(rowsRead(query(null, "order-991", null, null, null))).isLessThan(500);
    }

    @Test
    void byState() {
        for (CheckoutState state : CheckoutState.values()) {
            assertThat(rowsRead(query(null, null, state, null, null)))
                    .as(state.publicName())
                    .isLessThan(200);
        }
    }

    @Test
    void byAmount() {
        assertThat(rowsRead(query(null, null, null, 10_017L, null))).isLessThan(200);
    }

    @Test
    void byPayer() {
        assertThat(rowsRead(query(null, null, null, null, PAYER))).isLessThan(200);
    }

    /** Counted by the database while it answers. */
    private static long rowsRead(CheckoutQuery query) {
        return fixture.transactions.run(session -> {
            try {
                return rowsRead(session, query);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static long rowsRead(SqlSession session, CheckoutQuery query) throws SQLException {
        MappedStatement list = session.getConfiguration().getMappedStatement(LIST);
        BoundSql sql = list.getBoundSql(query);
        try (Statement status = session.getConnection().createStatement();
                PreparedStatement select = session.getConnection().prepareStatement(sql.getSql())) {
            session.getConfiguration().newParameterHandler(list, query, sql).setParameters(select);
            status.execute("flush status");
            select.executeQuery().close();
            ResultSet read = status.executeQuery("select sum(variable_value) from information_schema.session_status"
                    + " where variable_name like 'Handler_read%'");
            read.next();
            return read.getLong(1);
        }
    }
}
