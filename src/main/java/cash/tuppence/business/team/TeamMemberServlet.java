package cash.tuppence.business.team;

import cash.tuppence.business.frame.Acting;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;

/** {@code /business/HANDLE/team/members/ID}: another role for somebody, or none any more. */
public final class TeamMemberServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    private final transient TeamPage shown;
    private final transient TeamBook team;

    public TeamMemberServlet(Pages pages, TeamPage shown, TeamBook team) {
        super(pages);
        this.shown = shown;
        this.team = team;
    }

    @Override
    protected void post(Page page) throws IOException {
        long memberId = TeamPage.id(page);
        Acting acting = Acting.of(page.request());
        try {
            switch (page.parameter("action")) {
                case "role" -> team.setRole(acting, memberId, TeamPage.role(page.parameter("role")));
                case "remove" -> team.remove(acting, memberId);
                default -> throw new Refusal(Reason.BAD_REQUEST);
            }
        } catch (Refusal refusal) {
            if (refusal.reason() != Reason.TEAM_LAST_OWNER) {
                throw refusal;
            }
            page.again(TeamPage.TEMPLATE, shown.model(page), page.form(), refusal);
            return;
        }
        page.redirect(memberId == acting.memberId() ? "/business" : acting.path(TeamPage.PATH));
    }
}
