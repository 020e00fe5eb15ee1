package cash.tuppence.business.settings;

import cash.tuppence.business.BusinessForm;
import cash.tuppence.business.card.Card;
import cash.tuppence.business.card.Cards;
import cash.tuppence.business.frame.Acting;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** {@code /business/HANDLE/settings}: what a business says of itself. */
public final class SettingsServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    private final transient Cards cards;
    private final transient SettingsPage settings;

    public SettingsServlet(Pages pages, Cards cards) {
        super(pages);
        this.cards = cards;
        this.settings = new SettingsPage(cards);
    }

    @Override
    protected void get(Page page) throws IOException {
        page.render(SettingsPage.TEMPLATE, settings.model(page));
    }

    @Override
    protected void post(Page page) throws IOException {
        Form form = page.form();
        String name = BusinessForm.name(form);
        String about = BusinessForm.about(form);
        Card card = new Card(
                BusinessForm.address(form),
                BusinessForm.contactEmail(form),
                form.read("color", SettingsServlet::color).orElse(""),
                Optional.empty());
        if (form.faulty()) {
            page.again(SettingsPage.TEMPLATE, settings.model(page), form);
            return;
        }
        cards.change(Acting.of(page.request()).profileId(), name, about, card);
        SettingsPage.redirect(page);
    }

    private static String color(String typed) {
        String color = typed.strip().toLowerCase(Locale.ROOT);
        if (!color.matches("#[0-9a-f]{6}")) {
            throw new Refusal(Reason.COLOR_FORM);
        }
        return color;
    }
}
