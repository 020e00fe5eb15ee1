package cash.tuppence.business.frame;

import cash.tuppence.business.Standing;
import cash.tuppence.business.Team;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.Profile;
import cash.tuppence.member.ProfileState;
import cash.tuppence.member.Profiles;
import cash.tuppence.member.Viewer;
import cash.tuppence.web.Access;
import cash.tuppence.web.RouteMatch;
import cash.tuppence.web.RouteTable;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Guards the pages of businesses. To strangers there is no such business; a role that does not cover a page is told so;
 * a business that is suspended can be looked at and not be changed.
 */
public final class BusinessFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final transient Profiles profiles;
    private final transient Team team;
    private final transient Navigation navigation;

    public BusinessFilter(RouteTable table, Profiles profiles, Team team) {
        this.profiles = profiles;
        this.team = team;
        this.navigation = new Navigation(table);
        table.routes().stream()
                .filter(route -> route.access() == Access.BUSINESS)
                .filter(route -> !RoleTable.AREAS.contains(route.area()))
                .findFirst()
                .ifPresent(route -> {
                    throw new IllegalArgumentException("no area of a business: " + route);
                });
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<RouteMatch> page =
                RouteMatch.of(request).filter(match -> match.route().access() == Access.BUSINESS);
        if (page.isPresent()) {
            admit(request, page.get());
        }
        chain.doFilter(request, response);
    }

    private void admit(HttpServletRequest request, RouteMatch page) {
        Acting acting = find(page.variables().get("handle"), Viewer.required(request))
                .filter(one -> one.mayRead(RoleTable.FIRST_AREA))
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
        boolean reads = READING.contains(request.getMethod());
        acting.require(page.route().area(), reads ? RoleTable.READ : RoleTable.WRITE);
        if (!reads && !acting.active()) {
            throw new Refusal(Reason.BUSINESS_SUSPENDED);
        }
        withNavigation(acting).attachTo(request);
    }

    private Optional<Acting> find(String handle, Viewer viewer) {
        return profiles.byHandle(handle)
                .flatMap(profile -> team.standing(viewer.memberId(), profile.id())
                        .map(standing -> acting(profile, viewer, standing)));
    }

    private static Acting acting(Profile profile, Viewer viewer, Standing standing) {
        boolean active = standing.state() == ProfileState.ACTIVE;
        return new Acting(profile, viewer, standing.role(), active, List.of());
    }

    private Acting withNavigation(Acting acting) {
        List<NavEntry> entries = navigation.entries(acting::mayRead);
        return new Acting(acting.profile(), acting.member(), acting.role(), acting.active(), entries);
    }
}
