package cash.tuppence.db;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that go in as literals come out as they were, whatever they contain. */
class SqlTextTest {
    private static final TestDatabase SCHEMA = TestDatabase.fresh();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "it's",
                "\\",
                "\\' or 1=1; -- ",
                "'; drop table transfers; -- ",
                "{fn now()}",
                "? :name #{x} ${y}",
                "\u0000\u0001\u001a\n\r\t",
                "٣ é 漢字 😀",
                "\"double\" `back`",
                "/*! comment */ -- end"
            })
    void textComesBackAsItWas(String text) throws SQLException {
        assertThat(selected(new SqlText().value(text))).isEqualTo(text);
        assertThat(selected(new SqlText().value(text), "NO_BACKSLASH_ESCAPES")).isEqualTo(text);
        assertThat(selected(new SqlText().value(text), "ANSI_QUOTES")).isEqualTo(text);
    }

    @Test
    void randomTextComesBackAsItWas() throws SQLException {
        Random random = new Random(20_261_101);
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(40), 0, 0x2FFF).forEach(text::appendCodePoint);
            assertThat(selected(new SqlText().value(text.toString()))).isEqualTo(text.toString());
        }
    }

    @Test
    void bytesAndTimesAndNothingComeBackAsTheyWere() throws SQLException {
        byte[] bytes = {0, 39, 92, -1, 127};
        Instant time = Instant.parse("2026-11-01T23:59:59.123456Z");
        try (Connection connection = SCHEMA.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SqlText.of("select ")
                        .value(bytes)
                        .comma()
                        .sql("cast(")
                        .value(time)
                        .sql(" as datetime(6))")
                        .comma()
                        .value((String) null)
                        .comma()
                        .value(Long.MIN_VALUE)
                        .toString())) {
            rows.next();
            assertThat(rows.getBytes(1)).isEqualTo(bytes);
            assertThat(rows.getObject(2, LocalDateTime.class)).isEqualTo("2026-11-01T23:59:59.123456");
            assertThat(rows.getString(3)).isNull();
            assertThat(rows.getLong(4)).isEqualTo(Long.MIN_VALUE);
        }
    }

    @Test
    void rowsStandBesideEachOther() {
        SqlText sql = SqlText.of("values ")
                .rows(List.of(1L, 2L), (text, n) -> text.value(n).comma().value("x"));
        assertThat(sql).hasToString("values (1, 'x'), (2, 'x')");
    }

    private static String selected(SqlText literal) throws SQLException {
        return selected(literal, "STRICT_ALL_TABLES");
    }

    private static String selected(SqlText literal, String sqlMode) throws SQLException {
        try (Connection connection = SCHEMA.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set session sql_mode = '" + sqlMode + "'");
            statement.setEscapeProcessing(false);
            try (ResultSet rows = statement.executeQuery("select " + literal)) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
