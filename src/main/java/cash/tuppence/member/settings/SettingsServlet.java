package cash.tuppence.member.settings;

import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;

/** {@code /settings}: leads to the first of their pages. */
public final class SettingsServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    public SettingsServlet(Pages pages) {
        super(pages);
    }

    @Override
    protected void get(Page page) {
        page.redirect(ProfileSettingsServlet.PATH);
    }
}
