package cash.tuppence.member.signin;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.Members;
import cash.tuppence.member.Viewer;
import cash.tuppence.member.signin.RememberedDevices.Recalled;
import cash.tuppence.member.signin.RememberedDevices.Remembered;
import cash.tuppence.trail.Scene;
import cash.tuppence.web.ClientAddresses;
import cash.tuppence.web.RefusalLog;
import cash.tuppence.web.Urls;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.ibatis.session.SqlSession;
import org.apache.shiro.SecurityUtils;
import org.apache.shiro.authc.IncorrectCredentialsException;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.apache.shiro.realm.Realm;
import org.apache.shiro.session.Session;
import org.apache.shiro.subject.Subject;
import org.apache.shiro.web.mgt.DefaultWebSecurityManager;
import org.apache.shiro.web.util.WebUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs members in and out. Who is signed in is known by the session, which a new sign-in never takes over. */
public final class SignIn {
    /** What happens at the doors; it changes nothing that guards cash, and so is no row of the trail. */
    private static final Logger SECURITY = LoggerFactory.getLogger(RefusalLog.NAME);

    /** The request attribute with the number of the session that the request came with. */
    static final String SESSION = SignIn.class.getName() + ".session";

    private static final int MOST_ADDRESS = 45;

    private final Sessions sessions;
    private final RememberedDevices devices;
    private final NewDevices newDevices;
    private final ClientAddresses addresses;
    private final OwnCookie cookie;
    private final DefaultWebSecurityManager manager;

    /**
     * @param permissions knows what somebody may do, but signs nobody in
     */
    public SignIn(
            Members members,
            Passwords passwords,
            Sessions sessions,
            RememberedDevices devices,
            NewDevices newDevices,
            Urls urls,
            ClientAddresses addresses,
            Realm permissions) {
        this.sessions = sessions;
        this.devices = devices;
        this.newDevices = newDevices;
        this.addresses = addresses;
        this.cookie = new OwnCookie(urls, "tuppence-remembered");
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
            SECURITY.info("A sign-in failed from {}", Scene.current().address());
            throw new Refusal(Reason.SIGN_IN_FAILED);
        } finally {
            token.clear();
        }
    }

    /** As below, until the session is over. */
    public void signIn(Viewer member, Method method) {
        signIn(member, method, false);
    }

    /**
     * Signs in a member of whom the caller has made sure that it is them. The session that the browser came with ends
     * first, so that nobody can have planted it.
     *
     * @param remember whether they want to stay signed in on this device when the session is over
     */
    public void signIn(Viewer member, Method method, boolean remember) {
        Subject subject = SecurityUtils.getSubject();
        HttpServletRequest request = WebUtils.getHttpRequest(subject);
        HttpServletResponse response = WebUtils.getHttpResponse(subject);
        leave(subject);
        Arrival arrival = arrival(request, method);
        if (remember) {
            Remembered remembered = devices.remember(member.memberId(), arrival);
            cookie.write(response, remembered.cookie(), devices.longest());
            arrival = arrival.on(remembered.id());
        }
        subject.login(new VouchedToken(member, arrival));
        SECURITY.info("Member {} signed in by {} from {}", member.memberId(), method, arrival.address());
        newDevices.welcome(request, response, member.memberId(), arrival);
    }

    private Arrival arrival(HttpServletRequest request, Method method) {
        String device = Devices.name(request.getHeader("User-Agent"));
        String address = addresses.of(request);
        String kept = address.substring(0, Math.min(address.length(), MOST_ADDRESS));
        return new Arrival(sessions.newId(), method, device, kept, Optional.empty());
    }

    public void signOut() {
        leave(SecurityUtils.getSubject());
    }

    private void leave(Subject subject) {
        if (cookie.read(WebUtils.getHttpRequest(subject)).isPresent()) {
            cookie.clear(WebUtils.getHttpResponse(subject));
        }
        if (subject.getSession(false) != null) {
            subject.logout();
        }
    }

    /** Lets in whoever has no session and comes from a device that is remembered. */
    void recall(Subject subject, HttpServletRequest request, HttpServletResponse response) {
        Optional<String> shown = cookie.read(request);
        if (shown.isEmpty()) {
            return;
        }
        Arrival arrival = arrival(request, Method.REMEMBERED);
        Optional<Recalled> recalled = devices.recall(shown.get(), arrival);
        if (recalled.isEmpty()) {
            cookie.clear(response);
            return;
        }
        recalled.get().cookie().ifPresent(next -> cookie.write(response, next, devices.longest()));
        subject.login(new VouchedToken(
                recalled.get().member(), arrival.on(recalled.get().id())));
    }

    /** Notes the use of a session, which the browser came with. */
    void came(Session session) {
        if (Boolean.TRUE.equals(session.getAttribute(SessionStore.AWAITED))) {
            devices.arrived((Long) session.getAttribute(SessionStore.ID));
            sessions.reload(session.getId().toString());
        }
    }

    /** The number of the session that a request came with. */
    public OptionalLong current(ServletRequest request) {
        return request.getAttribute(SESSION) instanceof Long id ? OptionalLong.of(id) : OptionalLong.empty();
    }

    /** When it was last shown, in the session of this request, that it is them: by a password, a passkey or a code. */
    public Optional<Instant> provedAt(ServletRequest request) {
        OptionalLong session = current(request);
        return session.isPresent() ? sessions.provedAt(session.getAsLong()) : Optional.empty();
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
        devices.sweep();
        return sessions.sweep();
    }
}
