package cash.tuppence.db;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/**
 * One SQL statement written as text, its values as escaped literals: what lets the posting stage send all statements of
 * a batch in one trip (binding them costs about a third). Only fixed text may go through {@link #sql}; every value goes
 * through {@link #value}.
 *
 * <p>Text that is not plain ASCII, or has a quote or a backslash, is written as a hexadecimal literal of its UTF-8
 * bytes. Such a literal has no quotes or escapes at all, so nothing in it can end it, whatever the server's
 * {@code sql_mode} or character set.
 */
public final class SqlText {
    private static final DateTimeFormatter DATETIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");
    private static final HexFormat HEX = HexFormat.of();

    private final StringBuilder text = new StringBuilder(256);

    /** Starts a statement with that fixed text. */
    public static SqlText of(String sql) {
        return new SqlText().sql(sql);
    }

    /** Appends fixed text: never anything that came from outside. */
    public SqlText sql(String fixed) {
        text.append(fixed);
        return this;
    }

    public SqlText value(long number) {
        text.append(number);
        return this;
    }

    public SqlText value(boolean truth) {
        text.append(truth ? "true" : "false");
        return this;
    }

    /** A string, or {@code null}. */
    public SqlText value(String string) {
        if (string == null) {
            return sql("null");
        }
        return isPlain(string) ? sql("'").sql(string).sql("'") : hexadecimal(string);
    }

    private SqlText hexadecimal(String string) {
        text.append("_utf8mb4 x'");
        text.append(HEX.formatHex(string.getBytes(StandardCharsets.UTF_8)));
        return sql("'");
    }

    /** Printable ASCII without the two characters that could end a literal or escape its end. */
    private static boolean isPlain(String string) {
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c < ' ' || c > '~' || c == '\'' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    /** Bytes, or {@code null}. */
    public SqlText value(byte[] bytes) {
        if (bytes == null) {
            return sql("null");
        }
        text.append("x'");
        text.append(HEX.formatHex(bytes));
        return sql("'");
    }

    /** A time in UTC, or {@code null}. */
    public SqlText value(Instant instant) {
        if (instant == null) {
            return sql("null");
        }
        text.append('\'');
        DATETIME.formatTo(LocalDateTime.ofInstant(instant, ZoneOffset.UTC), text);
        return sql("'");
    }

    /** An enum constant as it stands in the database: in lower case. */
    public SqlText value(Enum<?> constant) {
        text.append('\'').append(constant.name().toLowerCase(Locale.ROOT)).append('\'');
        return this;
    }

    /** {@code (row), (row), …}: the caller writes one row between the parentheses. */
    public <T> SqlText rows(Collection<T> rows, BiConsumer<SqlText, T> writeRow) {
        boolean first = true;
        for (T row : rows) {
            text.append(first ? "(" : ", (");
            writeRow.accept(this, row);
            text.append(')');
            first = false;
        }
        return this;
    }

    /**
     * {@code (select … union all select …) name}: rows as a table that an update can join; the caller writes one row's
     * values, in the order of the columns. A first row of nulls, which nothing joins, names the columns.
     */
    public <T> SqlText table(String name, List<String> columns, Collection<T> rows, BiConsumer<SqlText, T> writeRow) {
        text.append("(select null as ").append(String.join(", null as ", columns));
        for (T row : rows) {
            text.append(" union all select ");
            writeRow.accept(this, row);
        }
        return sql(") ").sql(name);
    }

    /** {@code (1, 2, 3)}; an empty collection is a caller's mistake. */
    public SqlText in(Collection<Long> numbers) {
        if (numbers.isEmpty()) {
            throw new IllegalArgumentException("nothing to look for");
        }
        text.append('(');
        boolean first = true;
        for (Long number : numbers) {
            text.append(first ? "" : ", ").append(number.longValue());
            first = false;
        }
        return sql(")");
    }

    /** {@code , } between two values of a row. */
    public SqlText comma() {
        return sql(", ");
    }

    public int length() {
        return text.length();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
