package cash.tuppence.member.signin;

import cash.tuppence.core.Times;
import cash.tuppence.db.Tokens;
import cash.tuppence.db.Transactions;
import cash.tuppence.member.Viewer;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.shiro.session.Session;
import org.apache.shiro.session.UnknownSessionException;
import org.apache.shiro.session.mgt.SimpleSession;
import org.apache.shiro.session.mgt.eis.AbstractSessionDAO;
import org.apache.shiro.subject.PrincipalCollection;
import org.apache.shiro.subject.SimplePrincipalCollection;
import org.apache.shiro.subject.support.DefaultSubjectContext;

/**
 * Keeps sessions in the database, so that any node knows them and a restart signs nobody out. A session holds nothing
 * but who it is; what the cookie says is kept as a hash only.
 */
final class SessionStore extends AbstractSessionDAO {
    /** How far a node may lag behind a sign-out on another one. */
    private static final Duration REMEMBERED = Duration.ofSeconds(2);

    private static final Duration TOUCHED_EVERY = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final long NEVER = -1;
    private static final int ID_CHARACTERS = 43;

    private final Cache<Serializable, SimpleSession> unfinished =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build();
    private final Cache<ByteBuffer, Optional<SessionRow>> rows = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    private final Transactions transactions;
    private final InstantSource clock;
    private final Duration idle;

    SessionStore(Transactions transactions, InstantSource clock, Duration idle) {
        this.transactions = transactions;
        this.clock = clock;
        this.idle = idle;
        setSessionIdGenerator(session -> Tokens.random(ID_CHARACTERS));
    }

    /** Shiro makes a session first and says afterwards whose it is; only then is there something to keep. */
    @Override
    protected Serializable doCreate(Session session) {
        Serializable id = generateSessionId(session);
        assignSessionId(session, id);
        unfinished.put(id, (SimpleSession) session);
        return id;
    }

    @Override
    protected Session doReadSession(Serializable id) {
        SimpleSession begun = unfinished.getIfPresent(id);
        return begun != null ? begun : find(id).map(row -> toSession(id, row)).orElse(null);
    }

    private Optional<SessionRow> find(Serializable id) {
        byte[] hash = Tokens.sha256(id.toString());
        return rows.get(
                        ByteBuffer.wrap(hash),
                        key -> transactions.read(session ->
                                session.getMapper(SessionMapper.class).byHash(hash)))
                .filter(this::isAlive);
    }

    private boolean isAlive(SessionRow row) {
        Instant now = clock.instant();
        return now.isBefore(row.lastAccessAt().plus(idle))
                && now.isBefore(row.startedAt().plus(LONGEST));
    }

    /** Without a timeout of its own: Shiro would measure it by the machine's clock. */
    private static SimpleSession toSession(Serializable id, SessionRow row) {
        SimpleSession session = new SimpleSession();
        session.setId(id);
        session.setTimeout(NEVER);
        session.setStartTimestamp(Date.from(row.startedAt()));
        session.setLastAccessTime(Date.from(row.lastAccessAt()));
        session.setAttribute(
                DefaultSubjectContext.PRINCIPALS_SESSION_KEY,
                new SimplePrincipalCollection(row.viewer(), MemberRealm.NAME));
        session.setAttribute(DefaultSubjectContext.AUTHENTICATED_SESSION_KEY, true);
        return session;
    }

    @Override
    public void update(Session session) throws UnknownSessionException {
        Serializable id = session.getId();
        if (unfinished.getIfPresent(id) != null) {
            keepOnceKnown(session);
        } else {
            find(id).ifPresent(row -> touch(id, row));
        }
    }

    private void keepOnceKnown(Session session) {
        PrincipalCollection who =
                (PrincipalCollection) session.getAttribute(DefaultSubjectContext.PRINCIPALS_SESSION_KEY);
        Object authenticated = session.getAttribute(DefaultSubjectContext.AUTHENTICATED_SESSION_KEY);
        if (who == null || !Boolean.TRUE.equals(authenticated)) {
            return;
        }
        long memberId = who.oneByType(Viewer.class).memberId();
        byte[] hash = Tokens.sha256(session.getId().toString());
        transactions.execute(open -> open.getMapper(SessionMapper.class).insert(hash, memberId, Times.now(clock)));
        unfinished.invalidate(session.getId());
        rows.invalidate(ByteBuffer.wrap(hash));
    }

    private void touch(Serializable id, SessionRow row) {
        Instant now = Times.now(clock);
        if (now.isBefore(row.lastAccessAt().plus(TOUCHED_EVERY))) {
            return;
        }
        byte[] hash = Tokens.sha256(id.toString());
        transactions.execute(open -> open.getMapper(SessionMapper.class).touch(hash, now));
        rows.invalidate(ByteBuffer.wrap(hash));
    }

    @Override
    public void delete(Session session) {
        byte[] hash = Tokens.sha256(session.getId().toString());
        unfinished.invalidate(session.getId());
        transactions.execute(open -> open.getMapper(SessionMapper.class).delete(hash));
        rows.invalidate(ByteBuffer.wrap(hash));
    }

    /** Removes the sessions that are over; says how many. */
    int deleteOver() {
        Instant now = Times.now(clock);
        return transactions.run(
                open -> open.getMapper(SessionMapper.class).deleteOver(now.minus(idle), now.minus(LONGEST)));
    }

    /** Nothing of ours asks: what is over is removed by one statement. */
    @Override
    public Collection<Session> getActiveSessions() {
        return List.of();
    }
}
