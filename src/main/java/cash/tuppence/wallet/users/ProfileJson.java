package cash.tuppence.wallet.users;

import cash.tuppence.member.Profile;
import java.util.Locale;

/**
 * A public profile, as programs read it.
 *
 * @param id of the wallet, to which cash can be sent
 * @param kind {@code person} or {@code business}
 */
public record ProfileJson(String id, String kind, String handle, String name, String about) {
    static ProfileJson of(Profile profile) {
        return new ProfileJson(
                profile.walletId().text(),
                profile.kind().name().toLowerCase(Locale.ROOT),
                profile.handle(),
                profile.name(),
                profile.about());
    }
}
