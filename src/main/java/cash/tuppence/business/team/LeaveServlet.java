package cash.tuppence.business.team;

import cash.tuppence.business.frame.Acting;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;

/** {@code /business/HANDLE/team/leave}. */
public final class LeaveServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    private final transient TeamBook team;

    public LeaveServlet(Pages pages, TeamBook team) {
        super(pages);
        this.team = team;
    }

    @Override
    protected void post(Page page) {
        team.leave(Acting.of(page.request()));
        page.redirect("/business");
    }
}
