package cash.tuppence.member.signin;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.Viewer;
import cash.tuppence.member.api.Bearers;
import cash.tuppence.web.RouteMatch;
import cash.tuppence.web.Urls;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Denies by default: what is no route of ours, and whoever may not ask for it. */
public final class AccessFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient Bearers bearers;
    private final transient Urls urls;

    public AccessFilter(Bearers bearers, Urls urls) {
        this.bearers = bearers;
        this.urls = urls;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RouteMatch match = RouteMatch.of(request).orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
        boolean admitted = switch (match.route().access()) {
            case FILE, OPEN -> true;
            case MEMBER, BUSINESS -> Viewer.of(request).isPresent();
            case OPERATOR -> isOperator(request);
            case API -> bearers.admit(request);
        };
        if (admitted) {
            chain.doFilter(request, response);
        } else {
            askToSignIn(request, response);
        }
    }

    private static boolean isOperator(HttpServletRequest request) {
        if (Viewer.of(request).isPresent() && !Viewer.required(request).operator()) {
            throw new Refusal(Reason.FORBIDDEN);
        }
        return Viewer.of(request).isPresent();
    }

    /** And then back to where one was going; a form that was sent meanwhile has to be sent again. */
    private void askToSignIn(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString() == null || !request.getMethod().equals("GET")
                ? ""
                : "?" + request.getQueryString();
        String next = request.getServletPath() + query;
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Location", urls.local("/login?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8)));
    }
}
