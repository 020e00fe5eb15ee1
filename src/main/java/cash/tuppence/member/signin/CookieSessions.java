package cash.tuppence.member.signin;

import cash.tuppence.web.Urls;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import org.apache.shiro.session.Session;
import org.apache.shiro.session.mgt.SessionContext;
import org.apache.shiro.session.mgt.eis.SessionDAO;
import org.apache.shiro.web.servlet.Cookie;
import org.apache.shiro.web.servlet.SimpleCookie;
import org.apache.shiro.web.session.mgt.DefaultWebSessionManager;
import org.apache.shiro.web.util.WebUtils;

/** Sessions by cookie, and by nothing else. */
final class CookieSessions extends DefaultWebSessionManager {
    private static final long NEVER = -1;

    CookieSessions(SessionDAO store, Urls urls) {
        SimpleCookie cookie = new SimpleCookie(urls.cookieName("tuppence-session"));
        cookie.setPath(urls.cookiePath());
        cookie.setHttpOnly(true);
        cookie.setSecure(urls.isHttps());
        cookie.setSameSite(Cookie.SameSiteOptions.LAX);
        setSessionIdCookie(cookie);
        setSessionDAO(store);
        setSessionIdUrlRewritingEnabled(false);
        setSessionValidationSchedulerEnabled(false);
        setGlobalSessionTimeout(NEVER);
    }

    /** Shiro would also take an id from the URL, where anybody could put one for somebody else. */
    @Override
    protected Serializable getSessionId(ServletRequest request, ServletResponse response) {
        return getSessionIdCookie().readValue((HttpServletRequest) request, (HttpServletResponse) response);
    }

    @Override
    protected void onStart(Session session, SessionContext context) {
        SessionCookie cookie = new SessionCookie(getSessionIdCookie());
        cookie.setValue(session.getId().toString());
        cookie.saveTo(WebUtils.getHttpRequest(context), WebUtils.getHttpResponse(context));
    }

    /** Browsers take {@code lax} in any case; checkers of headers look for the case of the specification. */
    private static final class SessionCookie extends SimpleCookie {
        SessionCookie(Cookie template) {
            super(template);
        }

        @Override
        protected String buildHeaderValue(
                String name,
                String value,
                String comment,
                String domain,
                String path,
                int maxAge,
                int version,
                boolean secure,
                boolean httpOnly,
                SameSiteOptions sameSite) {
            return super.buildHeaderValue(
                            name, value, comment, domain, path, maxAge, version, secure, httpOnly, sameSite)
                    .replace("SameSite=lax", "SameSite=Lax");
        }
    }
}
