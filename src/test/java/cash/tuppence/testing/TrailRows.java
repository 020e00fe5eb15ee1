package cash.tuppence.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What a test server's trail says, from a moment on. */
public final class TrailRows {
    private final TestServer server;
    private long seen;

    private TrailRows(TestServer server) {
        this.server = server;
        this.seen = -1;
    }

    /** Those that come from now on. */
    public static TrailRows from(TestServer server) {
        TrailRows rows = new TrailRows(server);
        rows.next();
        return rows;
    }

    /**
     * A row, with ids as the demo's people and businesses are called.
     *
     * @param actor the kind and, for people, the handle: {@code member payer}
     * @param whom a handle; empty for nobody
     */
    public record Row(
            String actor, String verb, String whom, String what, String before, String after, String address) {}

    /** All that were written since this was asked last, in their order. */
    public List<Row> next() {
        String sql = "select t.seq, trim(concat(t.actor_kind, ' ', coalesce(a.handle, ''))) as actor, t.verb,"
                + " coalesce(w.handle, m.handle, '') as whom, t.what, t.before_json, t.after_json, t.address from trail t"
                + " left join members am on am.id = t.actor_id left join profiles a on a.id = am.profile_id"
                + " left join profiles w on w.id = t.whom_id"
                + " left join members wm on wm.id = t.whom_id left join profiles m on m.id = wm.profile_id"
                + " where t.seq > " + seen + " order by t.seq";
        List<Row> found = new ArrayList<>();
        try (Connection connection = server.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                seen = rows.getLong(1);
                found.add(read(rows));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
        return found;
    }

    private static Row read(ResultSet rows) throws SQLException {
        return new Row(
                rows.getString("actor"),
                rows.getString("verb"),
                rows.getString("whom"),
                rows.getString("what"),
                rows.getString("before_json"),
                rows.getString("after_json"),
                rows.getString("address"));
    }
}
