package cash.tuppence.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the route for a path. Two routes with one pattern are a mistake and refused at start. */
public final class RouteTable {
    private record Entry(Route route, RoutePattern pattern) {}

    private final List<Route> routes;
    private final Map<String, Route> literals = new HashMap<>();
    private final List<Entry> patterns = new ArrayList<>();

    public RouteTable(List<Route> routes) {
        this.routes = List.copyOf(routes);
        routes.forEach(this::add);
        patterns.sort(Comparator.comparingInt((Entry entry) -> -entry.pattern().literalLength()));
        if (routes.stream().map(Route::pattern).distinct().count() != routes.size()) {
            throw new IllegalArgumentException("a URL is listed twice");
        }
    }

    private void add(Route route) {
        RoutePattern pattern = new RoutePattern(route.pattern());
        if (pattern.isLiteral()) {
            literals.put(route.pattern(), route);
        } else {
            patterns.add(new Entry(route, pattern));
        }
    }

    public List<Route> routes() {
        return routes;
    }

    /**
     * @param path decoded, without the context path
     */
    public Optional<RouteMatch> find(String path) {
        Route literal = literals.get(path);
        if (literal != null) {
            return Optional.of(new RouteMatch(literal, Map.of()));
        }
        return patterns.stream()
                .flatMap(entry ->
                        entry.pattern().match(path).map(variables -> new RouteMatch(entry.route(), variables)).stream())
                .findFirst();
    }
}
