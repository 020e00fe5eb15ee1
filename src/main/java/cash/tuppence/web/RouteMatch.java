package cash.tuppence.web;

import jakarta.servlet.ServletRequest;
import java.util.Map;
import java.util.Optional;

/** The route that a request was found to ask for, and what its variables stood for. */
public record RouteMatch(Route route, Map<String, String> variables) {
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
}
