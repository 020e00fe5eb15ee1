package cash.tuppence.member.signin;

import cash.tuppence.web.Urls;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import org.apache.shiro.session.mgt.eis.SessionDAO;
import org.apache.shiro.web.servlet.Cookie;
import org.apache.shiro.web.servlet.SimpleCookie;
import org.apache.shiro.web.session.mgt.DefaultWebSessionManager;

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
}
