package cash.tuppence.business.team;

import cash.tuppence.business.Role;
import cash.tuppence.business.frame.Acting;
import cash.tuppence.core.Refusal;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.Optional;

/** {@code /business/HANDLE/team}: who is in it, and inviting somebody by a link. */
public final class TeamServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final int MOST_NOTE = 80;

    private final transient TeamPage shown;
    private final transient Invitations invitations;

    public TeamServlet(Pages pages, TeamPage shown, Invitations invitations) {
        super(pages);
        this.shown = shown;
        this.invitations = invitations;
    }

    @Override
    protected void get(Page page) throws IOException {
        page.render(TeamPage.TEMPLATE, shown.model(page));
    }

    @Override
    protected void post(Page page) throws IOException {
        Form form = page.form();
        Optional<Role> role = form.read("role", TeamPage::role);
        String note = form.optionalLine("note", MOST_NOTE);
        if (form.faulty()) {
            page.again(TeamPage.TEMPLATE, shown.model(page), form);
            return;
        }
        Acting acting = Acting.of(page.request());
        try {
            invitations.invite(acting, role.orElseThrow(), note);
        } catch (Refusal refusal) {
            page.again(TeamPage.TEMPLATE, shown.model(page), form, refusal);
            return;
        }
        page.redirect(acting.path(TeamPage.PATH));
    }
}
