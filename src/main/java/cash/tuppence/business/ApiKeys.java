package cash.tuppence.business;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Times;
import cash.tuppence.db.Tokens;
import cash.tuppence.db.Transactions;
import cash.tuppence.member.api.KnownSecrets;
import cash.tuppence.member.api.Revocations;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/** The secret keys of businesses' programs. Only a hash of each is kept. */
public final class ApiKeys {
    public static final String LIVE = "sk_live_";
    public static final String TEST = "sk_test_";

    private static final int SECRET_CHARACTERS = 43;
    private static final int HINT_CHARACTERS = 4;

    private final Transactions transactions;
    private final Revocations revocations;
    private final KnownSecrets<ApiKey> known;
    private final KeyMaker keys;
    private final InstantSource clock;

    public ApiKeys(Transactions transactions, Revocations revocations, KeyMaker keys, InstantSource clock) {
        this.transactions = transactions;
        this.revocations = revocations;
        this.known = new KnownSecrets<>(revocations);
        this.keys = keys;
        this.clock = clock;
    }

    /** A new key, to be shown once: it is kept nowhere. */
    public String make(SqlSession session, long profileId, boolean livemode, long madeBy) {
        String text = (livemode ? LIVE : TEST) + Tokens.random(SECRET_CHARACTERS);
        add(session, profileId, text, madeBy);
        return text;
    }

    /** Takes in a key with a text of its own, as demo data has them; does nothing where it was taken in before. */
    public void add(SqlSession session, long profileId, String text, long madeBy) {
        ApiKey key = new ApiKey(keys.next(), profileId, text.startsWith(LIVE));
        String hint = text.substring(text.length() - HINT_CHARACTERS);
        mapper(session).insertKey(key, Tokens.sha256(text), hint, madeBy, Times.now(clock));
    }

    /** Whom the key speaks for; empty where it was never made, or was revoked. */
    public Optional<ApiKey> find(String text) {
        if (!text.startsWith(LIVE) && !text.startsWith(TEST)) {
            return Optional.empty();
        }
        return known.find(text, this::read);
    }

    /** Says whether there was such a key. Once it returns, no node lets that key in. */
    public boolean revoke(String text) {
        boolean revoked = transactions.run(session -> {
            revocations.note(session);
            return mapper(session).revokeKey(Tokens.sha256(text), Times.now(clock)) == 1;
        });
        revocations.awaitEverywhere();
        return revoked;
    }

    private Optional<ApiKey> read(byte[] hash) {
        return transactions.read(session -> mapper(session).keyByHash(hash));
    }

    private static BusinessMapper mapper(SqlSession session) {
        return session.getMapper(BusinessMapper.class);
    }
}
