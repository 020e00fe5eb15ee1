package cash.tuppence.backoffice.trail;

import cash.tuppence.db.Transactions;
import cash.tuppence.member.Profiles;
import cash.tuppence.trail.Trail;
import cash.tuppence.web.Route;
import cash.tuppence.web.page.Pages;
import java.util.List;

/** The pages on which operators look at the trail. */
public final class TrailPages {
    /** What they read by; for {@link Transactions}. */
    public static final List<Class<?>> MAPPERS = List.of(NameMapper.class);

    private TrailPages() {}

    public static List<Route> routes(Pages pages, Transactions transactions, Profiles profiles, Trail trail) {
        return List.of(
                Route.operator(TrailPage.PATH, new TrailPage(pages, transactions, profiles)),
                Route.operator(TrailPage.PATH + ".csv", new TrailCsv(pages, transactions, profiles, trail)));
    }
}
