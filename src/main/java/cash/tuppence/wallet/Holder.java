package cash.tuppence.wallet;

import cash.tuppence.business.frame.Acting;
import cash.tuppence.member.Viewer;
import cash.tuppence.web.page.Pages;
import jakarta.servlet.ServletRequest;
import java.util.Optional;

/**
 * Whose wallet a page is about: that of whoever is signed in, or on a page of a business, that business's.
 *
 * @param party whose cash it is
 * @param member who acts
 * @param memberId of who acts
 * @param path before the paths of the wallet's pages: empty, or {@code /business/HANDLE}
 */
public record Holder(Party party, Party member, long memberId, String path) {
    public static Holder of(ServletRequest request) {
        return Optional.ofNullable((Acting) request.getAttribute(Pages.BUSINESS))
                .map(Holder::of)
                .orElseGet(() -> of(Viewer.required(request)));
    }

    private static Holder of(Viewer viewer) {
        Party self = Parties.of(viewer);
        return new Holder(self, self, viewer.memberId(), "");
    }

    private static Holder of(Acting acting) {
        return new Holder(
                Parties.of(acting.profile()), Parties.of(acting.member()), acting.memberId(), acting.path(""));
    }

    public long profileId() {
        return party.profileId();
    }

    public boolean isBusiness() {
        return !path.isEmpty();
    }

    /** The template of that name, for this kind of holder. */
    public String template(String name) {
        return (isBusiness() ? "business/" : "wallet/") + name;
    }
}
