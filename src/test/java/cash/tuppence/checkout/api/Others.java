package cash.tuppence.checkout.api;

import cash.tuppence.business.keys.ApiKeys;
import cash.tuppence.db.Tokens;
import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Businesses beside the demo's own. */
final class Others {
    private Others() {}

    /** The live key of a business that has nothing else. */
    static String newKey(TestServer server, String name) {
        String key = ApiKeys.LIVE + "demo_" + name;
        Rows.execute(
                server,
                "insert into profiles (id, nonce, kind, handle, name, created_at) values (" + name.hashCode()
                        + ", repeat('x', 12), 'business', '" + name + "', '" + name + "', utc_timestamp(6))");
        String insert = "insert into api_keys (id, profile_id, livemode, secret_hash, hint, made_by, made_at)"
                + " values (?, ?, true, ?, 'hint', 0, utc_timestamp(6))";
        try (Connection connection = server.database().connect();
                PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setLong(1, name.hashCode());
            statement.setLong(2, name.hashCode());
            statement.setBytes(3, Tokens.sha256(key));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return key;
    }
}
