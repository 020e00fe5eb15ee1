package cash.tuppence.business.team;

import cash.tuppence.business.Role;
import cash.tuppence.business.frame.Acting;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.Emails;
import cash.tuppence.web.RateLimits;
import cash.tuppence.web.RateLimits.Limit;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** {@code /business/HANDLE/team}: who is in it, and inviting somebody by a link. */
public final class TeamServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final int MOST_NOTE = 80;
    private static final String EMAIL = "email";

    /** A team is not to write to strangers through us. */
    private static final Limit MAILS = new Limit("team invitations by mail", 30, Duration.ofDays(1));

    private final transient TeamPage shown;
    private final transient Invitations invitations;
    private final transient RateLimits limits;

    public TeamServlet(Pages pages, TeamPage shown, Invitations invitations, RateLimits limits) {
        super(pages);
        this.shown = shown;
        this.invitations = invitations;
        this.limits = limits;
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
        Optional<String> email = form.raw(EMAIL).isBlank() ? Optional.empty() : form.read(EMAIL, Emails::parse);
        if (form.faulty()) {
            page.again(TeamPage.TEMPLATE, shown.model(page), form);
            return;
        }
        Acting acting = Acting.of(page.request());
        try {
            email.ifPresent(to -> limits.take(MAILS, Long.toString(acting.profileId())));
            invitations.invite(acting, role.orElseThrow(), noteOr(email, note), email);
        } catch (Refusal refusal) {
            page.again(TeamPage.TEMPLATE, shown.model(page), form, refusal);
            return;
        }
        page.redirect(acting.path(TeamPage.PATH));
    }

    /** So that the team knows the invitations apart. */
    private static String noteOr(Optional<String> email, String note) {
        return note.isEmpty() ? email.filter(to -> to.length() <= MOST_NOTE).orElse("") : note;
    }
}
