package cash.tuppence.member.api;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.core.Times;
import cash.tuppence.db.Tokens;
import cash.tuppence.db.Transactions;
import cash.tuppence.outbox.Job;
import cash.tuppence.trail.Entry;
import cash.tuppence.trail.Trail;
import cash.tuppence.trail.Verb;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;

/** The tokens with which programs act for people. A token is shown once and kept as a hash only. */
public final class AccessTokens implements BearerAuthenticator {
    private static final String PREFIX = "pat_";
    private static final int SECRET_CHARACTERS = 43;
    private static final int MOST = 50;

    private final Transactions transactions;
    private final Revocations revocations;
    private final KnownSecrets<AccessTokenRow> known;
    private final KeyMaker keys;
    private final InstantSource clock;
    private final LastUses uses;
    private final Trail trail;

    public AccessTokens(
            Transactions transactions, Revocations revocations, KeyMaker keys, InstantSource clock, Trail trail) {
        this.transactions = transactions;
        this.revocations = revocations;
        this.known = new KnownSecrets<>(revocations);
        this.keys = keys;
        this.clock = clock;
        this.trail = trail;
        this.uses = new LastUses(
                "note-token-uses", transactions, clock, session -> session.getMapper(AccessTokenMapper.class)::noteUse);
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Optional<Caller> authenticate(String secret) {
        Optional<AccessTokenRow> token = known.find(secret, this::read).filter(one -> !one.isOver(clock.instant()));
        token.ifPresent(one -> uses.note(one.id()));
        return token.map(AccessTokenRow::toCaller);
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
        long id = insert(session, secret, memberId, name, scopes, expiresAt);
        trail.write(session, Entry.of(Verb.TOKEN_MADE, memberId).on(id).to(Map.of("scopes", join(scopes))));
        return secret;
    }

    /** As above, in a transaction of its own. */
    public String issue(long memberId, String name, Set<Scope> scopes, Optional<Instant> expiresAt) {
        return transactions.run(session -> issue(session, memberId, name, scopes, expiresAt));
    }

    /**
     * A token that a member makes for a program of theirs, and tells it, for the only time.
     *
     * @throws Refusal where they have too many
     */
    public String make(SqlSession session, long memberId, String name, Set<Scope> scopes, Optional<Instant> expiresAt) {
        AccessTokenMapper mapper = session.getMapper(AccessTokenMapper.class);
        mapper.lockOwner(memberId);
        if (mapper.count(memberId, Times.now(clock)) >= MOST) {
            throw new Refusal(Reason.TOKENS_MANY).with(MOST);
        }
        return issue(session, memberId, name, scopes, expiresAt);
    }

    /** Those that let somebody in, newest first. */
    public List<AccessToken> list(long memberId) {
        return transactions.read(
                session -> session.getMapper(AccessTokenMapper.class).list(memberId, Times.now(clock)));
    }

    /** Keeps a token that is known beforehand: of demo data alone. */
    public void keep(String secret, long memberId, String name, Set<Scope> scopes) {
        transactions.execute(session -> insert(session, secret, memberId, name, scopes, Optional.empty()));
    }

    private long insert(
            SqlSession session,
            String secret,
            long memberId,
            String name,
            Set<Scope> scopes,
            Optional<Instant> expiresAt) {
        long id = keys.next();
        session.getMapper(AccessTokenMapper.class)
                .insert(
                        id,
                        Tokens.sha256(secret),
                        memberId,
                        name,
                        join(scopes),
                        Times.now(clock),
                        expiresAt.orElse(null));
        return id;
    }

    private static String join(Set<Scope> scopes) {
        return scopes.stream().map(Scope::text).sorted().collect(Collectors.joining(" "));
    }

    /** Says whether there was such a token. Once it returns, no node lets that token in. */
    public boolean revoke(String secret) {
        return revoke(mapper -> mapper.lock(Tokens.sha256(secret)));
    }

    /** As above, by its number, where it is one of that member's. */
    public boolean revoke(long memberId, long id) {
        return revoke(mapper -> mapper.lockById(memberId, id));
    }

    private boolean revoke(Function<AccessTokenMapper, Optional<OwnedToken>> find) {
        boolean revoked = transactions.run(session -> {
            Optional<OwnedToken> found = find.apply(session.getMapper(AccessTokenMapper.class));
            found.ifPresent(token -> revoke(session, token));
            return found.isPresent();
        });
        revocations.awaitEverywhere();
        return revoked;
    }

    private void revoke(SqlSession session, OwnedToken token) {
        session.getMapper(AccessTokenMapper.class).revoke(token.id(), Times.now(clock));
        revocations.note(session);
        trail.write(session, Entry.of(Verb.TOKEN_REVOKED, token.memberId()).on(token.id()));
    }

    /** When each was last used. */
    public Job uses() {
        return uses;
    }
}
