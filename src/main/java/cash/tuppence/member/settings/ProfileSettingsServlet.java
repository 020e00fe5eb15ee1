package cash.tuppence.member.settings;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.Names;
import cash.tuppence.member.Viewer;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;

/** {@code /settings/profile}: what others see of somebody. */
public final class ProfileSettingsServlet extends PageServlet {
    static final String PATH = "/settings/profile";

    private static final long serialVersionUID = 1L;
    private static final int MOST_ABOUT = 280;

    private final transient ProfileSettings settings;
    private final transient ProfilePage shown;

    public ProfileSettingsServlet(Pages pages, ProfileSettings settings, ProfilePage shown) {
        super(pages);
        this.settings = settings;
        this.shown = shown;
    }

    @Override
    protected void get(Page page) throws IOException {
        page.render(ProfilePage.TEMPLATE, shown.model(page));
    }

    @Override
    protected void post(Page page) throws IOException {
        Form form = page.form();
        String name = form.read("name", Names::choose).orElse("");
        String about = form.text("about", MOST_ABOUT);
        boolean isPublic =
                form.read("visibility", ProfileSettingsServlet::isPublic).orElse(false);
        if (form.faulty()) {
            page.again(ProfilePage.TEMPLATE, shown.model(page), form);
            return;
        }
        settings.change(Viewer.required(page.request()).profileId(), name, about, isPublic);
        ProfilePage.redirect(page);
    }

    private static boolean isPublic(String typed) {
        return switch (typed) {
            case "public" -> true;
            case "private" -> false;
            default -> throw new Refusal(Reason.MISSING);
        };
    }
}
