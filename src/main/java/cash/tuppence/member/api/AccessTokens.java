package cash.tuppence.member.api;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Times;
import cash.tuppence.db.Tokens;
import cash.tuppence.db.Transactions;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;

/** The tokens with which programs act for people. A token is shown once and kept as a hash only. */
public final class AccessTokens implements BearerAuthenticator {
    private static final String PREFIX = "pat_";
    private static final int SECRET_CHARACTERS = 43;

    /** How far a node may lag behind a token that was revoked on another one. */
    private static final Duration REMEMBERED = Duration.ofSeconds(2);

    private final Cache<ByteBuffer, Optional<Caller>> callers = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    private final Transactions transactions;
    private final KeyMaker keys;
    private final InstantSource clock;

    public AccessTokens(Transactions transactions, KeyMaker keys, InstantSource clock) {
        this.transactions = transactions;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Optional<Caller> authenticate(String secret) {
        byte[] hash = Tokens.sha256(secret);
        return callers.get(
                ByteBuffer.wrap(hash),
                key -> transactions
                        .read(session ->
                                session.getMapper(AccessTokenMapper.class).bySecret(hash))
                        .map(AccessTokenRow::toCaller));
    }

    /** Makes a token and tells it, for the only time. */
    public String issue(SqlSession session, long memberId, String name, Set<Scope> scopes) {
        String secret = PREFIX + Tokens.random(SECRET_CHARACTERS);
        insert(session, Tokens.sha256(secret), memberId, name, scopes);
        return secret;
    }

    /** Keeps a token that is known beforehand: of demo data alone. */
    public void keep(String secret, long memberId, String name, Set<Scope> scopes) {
        byte[] hash = Tokens.sha256(secret);
        transactions.execute(session -> insert(session, hash, memberId, name, scopes));
        callers.invalidate(ByteBuffer.wrap(hash));
    }

    private void insert(SqlSession session, byte[] hash, long memberId, String name, Set<Scope> scopes) {
        String texts = scopes.stream().map(Scope::text).sorted().collect(Collectors.joining(" "));
        session.getMapper(AccessTokenMapper.class).insert(keys.next(), hash, memberId, name, texts, Times.now(clock));
    }

    /** Says whether there was such a token. */
    public boolean revoke(String secret) {
        byte[] hash = Tokens.sha256(secret);
        int revoked = transactions.run(
                session -> session.getMapper(AccessTokenMapper.class).revoke(hash, Times.now(clock)));
        callers.invalidate(ByteBuffer.wrap(hash));
        return revoked == 1;
    }
}
