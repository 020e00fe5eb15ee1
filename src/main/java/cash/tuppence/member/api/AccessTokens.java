package cash.tuppence.member.api;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Times;
import cash.tuppence.db.Tokens;
import cash.tuppence.db.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;

/** The tokens with which programs act for people. A token is shown once and kept as a hash only. */
public final class AccessTokens implements BearerAuthenticator {
    private static final String PREFIX = "pat_";
    private static final int SECRET_CHARACTERS = 43;

    private final Transactions transactions;
    private final Revocations revocations;
    private final KnownSecrets<AccessTokenRow> known;
    private final KeyMaker keys;
    private final InstantSource clock;

    public AccessTokens(Transactions transactions, Revocations revocations, KeyMaker keys, InstantSource clock) {
        this.transactions = transactions;
        this.revocations = revocations;
        this.known = new KnownSecrets<>(revocations);
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Optional<Caller> authenticate(String secret) {
        return known.find(secret, this::read)
                .filter(token -> !token.isOver(clock.instant()))
                .map(AccessTokenRow::toCaller);
    }

    private Optional<AccessTokenRow> read(byte[] hash) {
        return transactions.read(
                session -> session.getMapper(AccessTokenMapper.class).bySecret(hash));
    }

    /** Makes a token that lasts until it is revoked, and tells it, for the only time. */
    public String issue(SqlSession session, long memberId, String name, Set<Scope> scopes) {
        return issue(session, memberId, name, scopes, Optional.empty());
    }

    /** As above, for a token that may end by itself. */
    public String issue(
            SqlSession session, long memberId, String name, Set<Scope> scopes, Optional<Instant> expiresAt) {
        String secret = PREFIX + Tokens.random(SECRET_CHARACTERS);
        insert(session, secret, memberId, name, scopes, expiresAt);
        return secret;
    }

    /** As above, in a transaction of its own. */
    public String issue(long memberId, String name, Set<Scope> scopes, Optional<Instant> expiresAt) {
        return transactions.run(session -> issue(session, memberId, name, scopes, expiresAt));
    }

    /** Keeps a token that is known beforehand: of demo data alone. */
    public void keep(String secret, long memberId, String name, Set<Scope> scopes) {
        transactions.execute(session -> insert(session, secret, memberId, name, scopes, Optional.empty()));
    }

    private void insert(
            SqlSession session,
            String secret,
            long memberId,
            String name,
            Set<Scope> scopes,
            Optional<Instant> expiresAt) {
        String texts = scopes.stream().map(Scope::text).sorted().collect(Collectors.joining(" "));
        session.getMapper(AccessTokenMapper.class)
                .insert(
                        keys.next(),
                        Tokens.sha256(secret),
                        memberId,
                        name,
                        texts,
                        Times.now(clock),
                        expiresAt.orElse(null));
    }

    /** Says whether there was such a token. Once it returns, no node lets that token in. */
    public boolean revoke(String secret) {
        boolean revoked = transactions.run(session -> {
            revocations.note(session);
            return session.getMapper(AccessTokenMapper.class).revoke(Tokens.sha256(secret), Times.now(clock)) == 1;
        });
        revocations.awaitEverywhere();
        return revoked;
    }
}
