package cash.tuppence.web;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;

/** The route that a request was found to ask for, and what its variables stood for. */
public record RouteMatch(Route route, Map<String, String> variables) {
    /** What a variable is called that is a secret by itself. */
    private static final String SECRET = "token";

    private static final String ATTRIBUTE = RouteMatch.class.getName();

    /** The match of this request; empty where its URL is none of ours. */
    public static Optional<RouteMatch> of(ServletRequest request) {
        return Optional.ofNullable((RouteMatch) request.getAttribute(ATTRIBUTE));
    }

    public void attachTo(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    public static boolean hasAccess(ServletRequest request, Access access) {
        return of(request).filter(match -> match.route().access() == access).isPresent();
    }

    /** The path that was asked for, as the log may have it: without the secret of a link that opens something. */
    public static String loggable(HttpServletRequest request) {
        String path = request.getRequestURI();
        return of(request)
                .map(match -> match.variables().get(SECRET))
                .map(secret -> path.replace(secret, "{" + SECRET + "}"))
                .orElse(path);
    }
}
