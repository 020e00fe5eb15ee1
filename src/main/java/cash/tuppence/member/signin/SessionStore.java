package cash.tuppence.member.signin;

import cash.tuppence.db.Tokens;
import cash.tuppence.member.Viewer;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.Serializable;
import java.time.Duration;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.apache.shiro.session.Session;
import org.apache.shiro.session.UnknownSessionException;
import org.apache.shiro.session.mgt.SimpleSession;
import org.apache.shiro.session.mgt.eis.AbstractSessionDAO;
import org.apache.shiro.subject.PrincipalCollection;
import org.apache.shiro.subject.SimplePrincipalCollection;
import org.apache.shiro.subject.support.DefaultSubjectContext;

/** Shiro's view of our sessions. A session holds nothing but who it is; Shiro's object is made from the row each time. */
final class SessionStore extends AbstractSessionDAO {
    /** Under which a session knows its number. */
    static final String ID = "id";

    /** Under which a session knows whether its first use is waited for. */
    static final String AWAITED = "awaited";

    private static final long NEVER = -1;
    private static final int ID_CHARACTERS = 43;

    private final Cache<Serializable, SimpleSession> unfinished =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build();
    private final Sessions sessions;

    SessionStore(Sessions sessions) {
        this.sessions = sessions;
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
        return begun != null
                ? begun
                : sessions.find(id.toString()).map(row -> toSession(id, row)).orElse(null);
    }

    /** Without a timeout of its own: Shiro would measure it by the machine's clock. */
    private static SimpleSession toSession(Serializable id, SessionRow row) {
        SimpleSession session = new SimpleSession();
        session.setId(id);
        session.setTimeout(NEVER);
        session.setStartTimestamp(Date.from(row.startedAt()));
        session.setLastAccessTime(Date.from(row.lastAccessAt()));
        session.setAttribute(ID, row.id());
        session.setAttribute(AWAITED, row.awaited());
        session.setAttribute(
                DefaultSubjectContext.PRINCIPALS_SESSION_KEY,
                new SimplePrincipalCollection(row.viewer(), MemberRealm.NAME));
        session.setAttribute(DefaultSubjectContext.AUTHENTICATED_SESSION_KEY, true);
        return session;
    }

    @Override
    public void update(Session session) throws UnknownSessionException {
        String cookie = session.getId().toString();
        if (unfinished.getIfPresent(session.getId()) != null) {
            keepOnceKnown(session);
        } else {
            sessions.find(cookie).ifPresent(row -> sessions.touch(cookie, row));
        }
    }

    private void keepOnceKnown(Session session) {
        PrincipalCollection who =
                (PrincipalCollection) session.getAttribute(DefaultSubjectContext.PRINCIPALS_SESSION_KEY);
        Object authenticated = session.getAttribute(DefaultSubjectContext.AUTHENTICATED_SESSION_KEY);
        if (who == null || !Boolean.TRUE.equals(authenticated)) {
            return;
        }
        sessions.begin(
                session.getId().toString(), who.oneByType(Viewer.class).memberId(), who.oneByType(Arrival.class));
        unfinished.invalidate(session.getId());
    }

    @Override
    public void delete(Session session) {
        unfinished.invalidate(session.getId());
        sessions.end(session.getId().toString());
    }

    /** Nothing of ours asks: what is over is removed by one statement. */
    @Override
    public Collection<Session> getActiveSessions() {
        return List.of();
    }
}
