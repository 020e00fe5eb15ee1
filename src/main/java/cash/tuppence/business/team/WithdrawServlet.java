package cash.tuppence.business.team;

import cash.tuppence.business.frame.Acting;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;

/** {@code /business/HANDLE/team/invitations/ID}: withdraw it. One that is over already is no fault. */
public final class WithdrawServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    private final transient Invitations invitations;

    public WithdrawServlet(Pages pages, Invitations invitations) {
        super(pages);
        this.invitations = invitations;
    }

    @Override
    protected void post(Page page) {
        Acting acting = Acting.of(page.request());
        invitations.withdraw(acting, TeamPage.id(page));
        page.redirect(acting.path(TeamPage.PATH));
    }
}
