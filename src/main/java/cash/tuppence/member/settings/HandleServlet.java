package cash.tuppence.member.settings;

import cash.tuppence.core.Refusal;
import cash.tuppence.member.Handles;
import cash.tuppence.member.Viewer;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;

/** {@code /settings/profile/handle}: another handle. */
public final class HandleServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String FIELD = "handle";

    private final transient ProfileSettings settings;
    private final transient ProfilePage shown;

    public HandleServlet(Pages pages, ProfileSettings settings, ProfilePage shown) {
        super(pages);
        this.settings = settings;
        this.shown = shown;
    }

    @Override
    protected void post(Page page) throws IOException {
        String typed = page.parameter(FIELD);
        try {
            settings.rename(Viewer.required(page.request()).profileId(), Handles.choose(typed));
        } catch (Refusal refusal) {
            shown.again(page, refusal.on(FIELD), typed);
            return;
        }
        ProfilePage.redirect(page);
    }
}
