package cash.tuppence.business.settings;

import cash.tuppence.business.card.Card;
import cash.tuppence.business.card.Cards;
import cash.tuppence.business.frame.Acting;
import cash.tuppence.web.page.Page;
import java.util.HashMap;
import java.util.Map;

/** What the page of settings shows. */
final class SettingsPage {
    static final String TEMPLATE = "business/settings";
    static final String PATH = "/settings";

    private final Cards cards;

    SettingsPage(Cards cards) {
        this.cards = cards;
    }

    Map<String, Object> model(Page page) {
        Acting acting = Acting.of(page.request());
        Card card = cards.of(acting.profileId());
        Map<String, Object> model = new HashMap<>();
        card.markPath(acting.handle()).ifPresent(path -> model.put("markPath", path));
        model.put(
                "form",
                Map.of(
                        "name",
                        acting.name(),
                        "about",
                        acting.profile().about(),
                        "address",
                        card.address(),
                        "contact_email",
                        card.contactEmail(),
                        "color",
                        card.color()));
        if (page.parameter("done").equals("yes")) {
            model.put("flash", "Saved.");
        }
        return model;
    }

    static void redirect(Page page) {
        page.redirect(Acting.of(page.request()).path(PATH) + "?done=yes");
    }
}
