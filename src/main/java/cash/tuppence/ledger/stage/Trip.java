package cash.tuppence.ledger.stage;

import cash.tuppence.db.SqlText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Several statements sent at once: the way to the database and back is what a small batch spends most of its time on. */
final class Trip {
    /** Far below {@code max_allowed_packet}, whose default is 16 MB. */
    private static final int MOST_CHARACTERS = 4_000_000;

    private static final RowsReader NOTHING = rows -> {};

    private final Connection connection;
    private final StringBuilder text = new StringBuilder(4096);
    private final List<RowsReader> readers = new ArrayList<>();
    private boolean marked;

    Trip(Connection connection) {
        this.connection = connection;
    }

    /** Adds a query and who reads its rows. */
    Trip query(SqlText sql, RowsReader reader) throws SQLException {
        if (text.length() + sql.length() > MOST_CHARACTERS && text.length() > 0) {
            go();
        }
        text.append(text.length() == 0 ? "" : "; ").append(sql);
        readers.add(reader);
        return this;
    }

    /** Adds a statement without rows. */
    Trip update(SqlText sql) throws SQLException {
        return query(sql, NOTHING);
    }

    /**
     * Has the runnable called when everything before it is done and what follows is not, at the price of a statement
     * that asks for nothing.
     */
    Trip mark(Runnable reached) throws SQLException {
        query(SqlText.of("select 1"), rows -> reached.run());
        marked = true;
        return this;
    }

    /** Sends what was added, and reads the answers in order. The first statement that fails is the last that ran. */
    void go() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            // Only with a fetch size does the driver hand over an answer before it has read all that follow.
            statement.setFetchSize(marked ? 1 : 0);
            boolean hasRows = statement.execute(text.toString());
            for (RowsReader reader : readers) {
                if (hasRows) {
                    try (ResultSet rows = statement.getResultSet()) {
                        reader.read(rows);
                    }
                }
                hasRows = statement.getMoreResults();
            }
        }
        text.setLength(0);
        readers.clear();
        marked = false;
    }

    /** Reads all rows of one query. */
    interface RowsReader {
        void read(ResultSet rows) throws SQLException;
    }
}
