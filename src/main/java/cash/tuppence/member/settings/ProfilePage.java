package cash.tuppence.member.settings;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.Profile;
import cash.tuppence.member.Profiles;
import cash.tuppence.member.Viewer;
import cash.tuppence.web.page.Page;
import java.util.HashMap;
import java.util.Map;

/** What the page of one's profile shows. */
final class ProfilePage {
    static final String TEMPLATE = "settings/profile";

    private final Profiles profiles;
    private final ProfileSettings settings;

    ProfilePage(Profiles profiles, ProfileSettings settings) {
        this.profiles = profiles;
        this.settings = settings;
    }

    Map<String, Object> model(Page page) {
        Profile profile = profiles.byId(Viewer.required(page.request()).profileId())
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
        Map<String, Object> model = new HashMap<>();
        model.put("handle", profile.handle());
        model.put("form", form(profile));
        if (page.parameter("done").equals("yes")) {
            model.put("flash", "Saved.");
        }
        return model;
    }

    private Map<String, String> form(Profile profile) {
        String visibility = settings.isPublic(profile.id()) ? "public" : "private";
        return Map.of("name", profile.name(), "about", profile.about(), "visibility", visibility);
    }

    static void redirect(Page page) {
        page.redirect(ProfileSettingsServlet.PATH + "?done=yes");
    }
}
