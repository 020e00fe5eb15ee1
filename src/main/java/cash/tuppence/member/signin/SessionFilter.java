package cash.tuppence.member.signin;

import cash.tuppence.db.Tokens;
import cash.tuppence.web.Access;
import cash.tuppence.web.RouteMatch;
import cash.tuppence.web.guard.Csrf;
import cash.tuppence.web.page.Pages;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import org.apache.shiro.SecurityUtils;
import org.apache.shiro.subject.Subject;
import org.apache.shiro.web.servlet.AbstractShiroFilter;
import org.apache.shiro.web.util.WebUtils;

/** Finds out who is signed in, or comes from a device that is remembered. Files and calls by programs have no session, so none is looked for. */
public final class SessionFilter extends AbstractShiroFilter {
    private final SignIn signIn;

    public SessionFilter(SignIn signIn) {
        this.signIn = signIn;
        setSecurityManager(signIn.manager());
    }

    @Override
    protected boolean isEnabled(ServletRequest request, ServletResponse response) {
        return !RouteMatch.hasAccess(request, Access.FILE) && !RouteMatch.hasAccess(request, Access.API);
    }

    @Override
    protected void executeChain(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Subject subject = SecurityUtils.getSubject();
        if (subject.isAuthenticated()) {
            signIn.came(subject.getSession(false));
        } else {
            signIn.recall(subject, WebUtils.toHttp(request), WebUtils.toHttp(response));
        }
        if (subject.isAuthenticated()) {
            request.setAttribute(Pages.VIEWER, subject.getPrincipal());
            request.setAttribute(SignIn.SESSION, subject.getSession(false).getAttribute(SessionStore.ID));
            Csrf.bindToSession(request, hashOf(subject));
        }
        super.executeChain(request, response, chain);
    }

    private static String hashOf(Subject subject) {
        String id = subject.getSession(false).getId().toString();
        return HexFormat.of().formatHex(Tokens.sha256(id));
    }
}
