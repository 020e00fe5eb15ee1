package cash.tuppence.business.frame;

import cash.tuppence.web.Access;
import cash.tuppence.web.Route;
import cash.tuppence.web.RouteTable;
import java.util.List;
import java.util.function.Predicate;

/** The way around a business's pages: those that exist, and that a role may look at. */
final class Navigation {
    /** In the order in which they stand. A section's page lies at its path, and is left out where there is none. */
    private static final List<NavEntry> ALL = List.of(
            new NavEntry("overview", "", "Overview"),
            new NavEntry("wallet", "/wallet", "Wallet"),
            new NavEntry("send", "/send", "Send"),
            new NavEntry("activity", "/activity", "Activity"),
            new NavEntry("bank", "/bank", "Bank"),
            new NavEntry("checkouts", "/checkouts", "Checkouts"),
            new NavEntry("buttons", "/buttons", "Buttons"),
            new NavEntry("keys", "/keys", "Keys"),
            new NavEntry("webhooks", "/webhooks", "Callbacks"),
            new NavEntry("team", "/team", "Team"),
            new NavEntry("books", "/books", "Books"),
            new NavEntry("settings", "/settings", "Settings"));

    private final List<Place> places;

    private record Place(NavEntry entry, String area) {}

    Navigation(RouteTable table) {
        places = ALL.stream()
                .flatMap(entry -> table.routes().stream()
                        .filter(route -> route.access() == Access.BUSINESS)
                        .filter(route -> route.pattern().equals(Route.BUSINESS + entry.path()))
                        .map(route -> new Place(entry, route.area())))
                .toList();
    }

    /**
     * @param mayRead whether an area may be looked at
     */
    List<NavEntry> entries(Predicate<String> mayRead) {
        return places.stream()
                .filter(place -> mayRead.test(place.area()))
                .map(Place::entry)
                .toList();
    }
}
