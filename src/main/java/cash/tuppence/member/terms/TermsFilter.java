package cash.tuppence.member.terms;

import cash.tuppence.member.Viewer;
import cash.tuppence.web.Access;
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
import java.util.Optional;
import java.util.Set;

/**
 * Asks members to agree to terms that changed, before they go on. To take one's data along and to leave, one need not
 * agree.
 */
public final class TermsFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Set<Access> ASKED = Set.of(Access.MEMBER, Access.BUSINESS);
    private static final Set<String> ALWAYS = Set.of(AgreeServlet.PATH, "/settings/data", "/settings/close");

    private final transient Consents consents;
    private final transient Urls urls;

    public TermsFilter(Consents consents, Urls urls) {
        this.consents = consents;
        this.urls = urls;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Viewer> viewer = Viewer.of(request);
        if (viewer.isPresent()
                && isAsked(request)
                && consents.areAskedOf(viewer.get().memberId())) {
            ask(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isAsked(HttpServletRequest request) {
        return RouteMatch.of(request)
                .map(RouteMatch::route)
                .filter(route -> ASKED.contains(route.access()))
                .filter(route -> ALWAYS.stream().noneMatch(route.pattern()::startsWith))
                .isPresent();
    }

    private void ask(HttpServletRequest request, HttpServletResponse response) {
        String next = request.getMethod().equals("GET") ? request.getServletPath() : "/wallet";
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Cache-Control", "no-store");
        String query = "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        response.setHeader("Location", urls.local(AgreeServlet.PATH + query));
    }
}
