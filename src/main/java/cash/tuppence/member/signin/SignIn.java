package cash.tuppence.member.signin;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.Members;
import cash.tuppence.member.Viewer;
import cash.tuppence.web.ClientAddresses;
import cash.tuppence.web.Urls;
import jakarta.servlet.ServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.ibatis.session.SqlSession;
import org.apache.shiro.SecurityUtils;
import org.apache.shiro.authc.IncorrectCredentialsException;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.apache.shiro.realm.Realm;
import org.apache.shiro.subject.Subject;
import org.apache.shiro.web.mgt.DefaultWebSecurityManager;
import org.apache.shiro.web.util.WebUtils;

/** Signs members in and out. Who is signed in is known by the session, which a new sign-in never takes over. */
public final class SignIn {
    /** The request attribute with the number of the session that the request came with. */
    static final String SESSION = SignIn.class.getName() + ".session";

    private final Sessions sessions;
    private final ClientAddresses addresses;
    private final DefaultWebSecurityManager manager;

    /**
     * @param permissions knows what somebody may do, but signs nobody in
     */
    public SignIn(
            Members members,
            Passwords passwords,
            Sessions sessions,
            Urls urls,
            ClientAddresses addresses,
            Realm permissions) {
        this.sessions = sessions;
        this.addresses = addresses;
        manager = new DefaultWebSecurityManager();
        manager.setAuthenticator(new OneRealmEach());
        manager.setRealms(List.of(new MemberRealm(members, passwords), new VouchedRealm(), permissions));
        manager.setRememberMeManager(null);
        manager.setSessionManager(new CookieSessions(new SessionStore(sessions), urls));
    }

    DefaultWebSecurityManager manager() {
        return manager;
    }

    /**
     * Whose address and password these are. Nobody is signed in by it: there may be more to ask for.
     *
     * @throws Refusal which tells nothing about whether the address is known
     */
    public Viewer check(String email, String password) {
        UsernamePasswordToken token = new UsernamePasswordToken(email, password);
        try {
            return (Viewer) manager.authenticate(token).getPrincipals().getPrimaryPrincipal();
        } catch (IncorrectCredentialsException e) {
            throw new Refusal(Reason.SIGN_IN_FAILED);
        } finally {
            token.clear();
        }
    }

    /**
     * Signs in a member of whom the caller has made sure that it is them. The session that the browser came with ends
     * first, so that nobody can have planted it.
     */
    public void signIn(Viewer member, Method method) {
        Subject subject = SecurityUtils.getSubject();
        if (subject.getSession(false) != null) {
            subject.logout();
        }
        Arrival arrival = Arrival.of(WebUtils.getHttpRequest(subject), addresses, method);
        subject.login(new VouchedToken(member, arrival));
    }

    public void signOut() {
        SecurityUtils.getSubject().logout();
    }

    /** The number of the session that a request came with. */
    public OptionalLong current(ServletRequest request) {
        return request.getAttribute(SESSION) instanceof Long id ? OptionalLong.of(id) : OptionalLong.empty();
    }

    /** When it was last shown, in the session of this request, that it is them: by a password, a passkey or a code. */
    public Optional<Instant> provedAt(ServletRequest request) {
        return current(request).stream().boxed().findFirst().flatMap(sessions::provedAt);
    }

    /** Notes that it was shown just now. */
    public void prove(ServletRequest request) {
        current(request).ifPresent(sessions::prove);
    }

    /**
     * Ends a member's sessions, and forgets the devices that are remembered. No node lets them in any more once {@code
     * Revocations.awaitEverywhere} has returned, which the caller calls after the commit.
     *
     * @param except a session that goes on, as {@link #current} tells it
     */
    public void endSessions(SqlSession open, long memberId, OptionalLong except) {
        sessions.endAll(open, memberId, except);
    }

    /** Removes the sessions that are over; says how many. */
    public int sweep() {
        return sessions.sweep();
    }
}
