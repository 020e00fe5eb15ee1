package cash.tuppence.bench.rest;

import cash.tuppence.db.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Members with the ids of seeded wallets, each with a handle and an access token that are known by its number. */
record People(int count) {
    private static final String TOKEN_FILLING = "0123456789012345678901234567890123456";
    private static final String NUMBER = "lpad(seq, 6, '0')";

    void seed(Database database) throws SQLException {
        String all = " from seq_1_to_" + count;
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into profiles (id, nonce, kind, handle, name, created_at)"
                    + " select seq, random_bytes(12), 'person', concat('u', " + NUMBER
                    + "), 'Somebody', utc_timestamp(6)" + all);
            statement.execute("insert into members (id, profile_id, email, email_confirmed_at, password_hash, region,"
                    + " adult_at, terms_at, terms_version, created_at)"
                    + " select seq, seq, concat('u', seq, '@example.test'), utc_timestamp(6), 'none', 'US-UT',"
                    + " utc_timestamp(6), utc_timestamp(6), '1', utc_timestamp(6)" + all);
            statement.execute("insert into access_tokens (id, secret_hash, member_id, name, scopes, created_at)"
                    + " select seq, unhex(sha2(concat('pat_', " + NUMBER + ", '" + TOKEN_FILLING
                    + "'), 256)), seq, 'bench', 'transfers:write wallet:read', utc_timestamp(6)" + all);
        }
    }

    static String handle(long number) {
        return "@u%06d".formatted(number);
    }

    static String token(long number) {
        return "pat_%06d".formatted(number) + TOKEN_FILLING;
    }
}
