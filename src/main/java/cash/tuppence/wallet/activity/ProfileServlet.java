package cash.tuppence.wallet.activity;

import cash.tuppence.business.card.Card;
import cash.tuppence.business.card.Cards;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.Profile;
import cash.tuppence.member.Profiles;
import cash.tuppence.member.picture.Pictures;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** <code>/@{handle}</code>: what everyone may see of a person or a business. */
public final class ProfileServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final int LATEST = 10;

    private final transient Profiles profiles;
    private final transient Cards cards;
    private final transient Pictures pictures;
    private final transient Activity activity;

    public ProfileServlet(Pages pages, Profiles profiles, Cards cards, Pictures pictures, Activity activity) {
        super(pages);
        this.profiles = profiles;
        this.cards = cards;
        this.pictures = pictures;
        this.activity = activity;
    }

    /** A profile as its template takes it. */
    public record View(String name, String handle, String kind, String about) {}

    @Override
    protected void get(Page page) throws IOException {
        Profile profile = profiles.byHandle(page.variable("handle")).orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
        if (!page.variable("handle").equalsIgnoreCase(profile.handle())) {
            page.redirect("/@" + profile.handle());
            return;
        }
        View view = new View(
                profile.name(), profile.handle(), profile.kind().name().toLowerCase(Locale.ROOT), profile.about());
        Card card = cards.of(profile.id());
        Map<String, Object> model = new HashMap<>();
        model.put("profile", view);
        model.put("card", card);
        pictures.path(profile).ifPresent(path -> model.put("markPath", path));
        model.put("rows", RowView.of(activity.listPublic(profile.id(), LATEST)));
        page.render("wallet/profile", model);
    }
}
