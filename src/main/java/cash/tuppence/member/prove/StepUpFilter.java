package cash.tuppence.member.prove;

import cash.tuppence.member.signin.SignIn;
import cash.tuppence.web.LocalPath;
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
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * Before a page that guards cash or the way in ({@code Route.withStepUp}): whoever sits there must have shown that it is
 * them a moment ago, not only when they signed in.
 */
public final class StepUpFilter extends HttpFilter {
    static final Duration FRESH = Duration.ofMinutes(5);

    private static final long serialVersionUID = 1L;
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final transient SignIn signIn;
    private final transient InstantSource clock;
    private final transient Urls urls;

    public StepUpFilter(SignIn signIn, InstantSource clock, Urls urls) {
        this.signIn = signIn;
        this.clock = clock;
        this.urls = urls;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean asks = RouteMatch.of(request)
                .filter(match -> match.route().steppedUp())
                .isPresent();
        if (!asks || isFresh(request)) {
            chain.doFilter(request, response);
            return;
        }
        String next = URLEncoder.encode(next(request), StandardCharsets.UTF_8);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Location", urls.local(ProveServlet.PATH + "?next=" + next));
    }

    private boolean isFresh(HttpServletRequest request) {
        return signIn.provedAt(request)
                .filter(at -> clock.instant().isBefore(at.plus(FRESH)))
                .isPresent();
    }

    /** A form that was sent has to be sent again, so it goes back to the page where it stands. */
    private String next(HttpServletRequest request) {
        if (READING.contains(request.getMethod())) {
            String query = request.getQueryString();
            return request.getServletPath() + (query == null ? "" : "?" + query);
        }
        return Optional.ofNullable(request.getHeader("Referer"))
                .filter(page -> page.startsWith(urls.absolute("/")))
                .flatMap(page -> LocalPath.of(page.substring(urls.absolute("").length())))
                .orElse("/settings/security");
    }
}
