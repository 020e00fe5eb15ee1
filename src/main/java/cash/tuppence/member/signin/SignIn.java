package cash.tuppence.member.signin;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.db.Transactions;
import cash.tuppence.member.Members;
import cash.tuppence.member.Viewer;
import cash.tuppence.web.Urls;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.apache.shiro.SecurityUtils;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.authc.IncorrectCredentialsException;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.apache.shiro.realm.Realm;
import org.apache.shiro.subject.Subject;
import org.apache.shiro.web.mgt.DefaultWebSecurityManager;

/** Signs members in and out. Who is signed in is known by the session, which a new sign-in never takes over. */
public final class SignIn {
    private final SessionStore store;
    private final DefaultWebSecurityManager manager;

    /**
     * @param permissions knows what somebody may do, but signs nobody in
     * @param idle after which a session that nobody uses is over
     */
    public SignIn(
            Members members,
            Passwords passwords,
            Transactions transactions,
            InstantSource clock,
            Urls urls,
            Duration idle,
            Realm permissions) {
        store = new SessionStore(transactions, clock, idle);
        manager = new DefaultWebSecurityManager();
        manager.setAuthenticator(new OneRealmEach());
        manager.setRealms(List.of(new MemberRealm(members, passwords), new NewcomerRealm(), permissions));
        manager.setRememberMeManager(null);
        manager.setSessionManager(new CookieSessions(store, urls));
    }

    DefaultWebSecurityManager manager() {
        return manager;
    }

    /**
     * Signs in by address and password.
     *
     * @throws Refusal which tells nothing about whether the address is known
     */
    public void signIn(String email, String password) {
        UsernamePasswordToken token = new UsernamePasswordToken(email, password);
        try {
            begin(token);
        } catch (IncorrectCredentialsException e) {
            throw new Refusal(Reason.SIGN_IN_FAILED);
        } finally {
            token.clear();
        }
    }

    /** Signs in a member whom this very request made. */
    public void signIn(Viewer newcomer) {
        begin(new NewcomerToken(newcomer));
    }

    /** The session that the browser came with ends first, so that nobody can have planted it. */
    private static void begin(AuthenticationToken token) {
        Subject subject = SecurityUtils.getSubject();
        if (subject.getSession(false) != null) {
            subject.logout();
        }
        subject.login(token);
    }

    public void signOut() {
        SecurityUtils.getSubject().logout();
    }

    /** Removes the sessions that are over; says how many. */
    public int sweep() {
        return store.deleteOver();
    }
}
