package cash.tuppence.app;

import cash.tuppence.member.settings.ProfileSettings;
import cash.tuppence.member.settings.ProfileSettingsServlet;
import cash.tuppence.member.settings.SettingsServlet;
import cash.tuppence.web.Route;
import java.util.List;

/** The pages on which a member looks after themself. */
final class SettingsParts {
    private final Tuppence tuppence;

    SettingsParts(Tuppence tuppence) {
        this.tuppence = tuppence;
    }

    List<Route> routes(Web web) {
        MemberParts member = tuppence.member();
        ProfileSettings profile = new ProfileSettings(tuppence.base().transactions(), member.revocations());
        return List.of(
                Route.member("/settings", new SettingsServlet(web.pages())),
                Route.member("/settings/profile", new ProfileSettingsServlet(web.pages(), member.profiles(), profile)));
    }
}
