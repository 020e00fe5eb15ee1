package cash.tuppence.member.settings;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.Profile;
import cash.tuppence.member.Profiles;
import cash.tuppence.member.Viewer;
import cash.tuppence.member.picture.Pictures;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** What the page of one's profile shows. It has three forms, each sent to a place of its own. */
public final class ProfilePage {
    static final String TEMPLATE = "settings/profile";

    private final Pages pages;
    private final Profiles profiles;
    private final Pictures pictures;
    private final ProfileSettings settings;

    public ProfilePage(Pages pages, Profiles profiles, Pictures pictures, ProfileSettings settings) {
        this.pages = pages;
        this.profiles = profiles;
        this.pictures = pictures;
        this.settings = settings;
    }

    Map<String, Object> model(Page page) {
        Profile profile = profile(page);
        Map<String, Object> model = new HashMap<>();
        model.put("handle", profile.handle());
        pictures.path(profile).ifPresent(path -> model.put("markPath", path));
        model.put("form", form(profile));
        if (page.parameter("done").equals("yes")) {
            model.put("flash", "Saved.");
        }
        return model;
    }

    private Profile profile(Page page) {
        return profiles.byId(Viewer.required(page.request()).profileId())
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
    }

    private Map<String, String> form(Profile profile) {
        String visibility = settings.isPublic(profile.id()) ? "public" : "private";
        return Map.of(
                "name", profile.name(),
                "about", profile.about(),
                "visibility", visibility,
                "handle", profile.handle());
    }

    /** Because of a form of one field: the others show what is kept. */
    void again(Page page, Refusal refusal) throws IOException {
        again(page, refusal, profile(page).handle());
    }

    void again(Page page, Refusal refusal, String handle) throws IOException {
        Map<String, Object> model = model(page);
        Map<String, String> form = new HashMap<>(form(profile(page)));
        form.put("handle", handle);
        model.put("form", form);
        model.put("errors", Map.of(refusal.field().orElse("page"), pages.text(refusal, page.request())));
        pages.headersOf(refusal, page.response());
        page.render(refusal.reason().status(), TEMPLATE, model);
    }

    static void redirect(Page page) {
        page.redirect(ProfileSettingsServlet.PATH + "?done=yes");
    }
}
