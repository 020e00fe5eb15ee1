package cash.tuppence.business.team;

import cash.tuppence.business.Businesses;
import cash.tuppence.business.Place;
import cash.tuppence.business.Role;
import cash.tuppence.business.Team;
import cash.tuppence.member.Viewer;
import cash.tuppence.member.leave.Farewell;
import cash.tuppence.member.leave.Obstacle;
import java.util.List;
import org.apache.ibatis.session.SqlSession;

/** Takes whoever leaves out of all teams. A business must not be left without an owner. */
public final class TeamFarewell implements Farewell {
    private final Businesses businesses;
    private final Team team;
    private final TeamBook book;

    public TeamFarewell(Businesses businesses, Team team, TeamBook book) {
        this.businesses = businesses;
        this.team = team;
        this.book = book;
    }

    @Override
    public List<Obstacle> obstacles(Viewer viewer) {
        return businesses.of(viewer.memberId()).stream()
                .filter(mine -> mine.role() == Role.OWNER)
                .filter(mine -> book.owners(mine.profile().id()) == 1)
                .map(mine -> new Obstacle(
                        "business",
                        mine.profile().name(),
                        "/business/" + mine.profile().handle() + "/team"))
                .toList();
    }

    @Override
    public void erase(SqlSession session, Viewer viewer) {
        team.rolesOf(session, viewer.memberId()).stream()
                .map(Place::profileId)
                .sorted()
                .forEach(business -> book.leave(session, business, viewer.memberId()));
    }
}
