package cash.tuppence.checkout.button.build;

import cash.tuppence.business.Origin;
import cash.tuppence.business.Origins;
import cash.tuppence.business.frame.Acting;
import cash.tuppence.checkout.button.Button;
import cash.tuppence.checkout.button.ButtonBody;
import cash.tuppence.checkout.button.ButtonReader;
import cash.tuppence.checkout.button.ButtonWish;
import cash.tuppence.checkout.button.Buttons;
import cash.tuppence.checkout.button.Seller;
import cash.tuppence.core.Asset;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.db.Transactions;
import cash.tuppence.web.Urls;
import cash.tuppence.web.file.Widget;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.QrCode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the builder's pages share. */
public final class Workshop {
    private static final String TEST_MODE = "test";
    private static final int LATELY = 8;

    private final Transactions transactions;
    private final Buttons buttons;
    private final Origins origins;
    private final Asset home;
    private final Urls urls;
    private final Optional<Widget> widget;

    /**
     * @param home what amounts are in
     */
    public Workshop(
            Transactions transactions,
            Buttons buttons,
            Origins origins,
            Asset home,
            Urls urls,
            Optional<Widget> widget) {
        this.transactions = transactions;
        this.buttons = buttons;
        this.origins = origins;
        this.home = home;
        this.urls = urls;
        this.widget = widget;
    }

    Buttons buttons() {
        return buttons;
    }

    /**
     * The button that the page's URL names.
     *
     * @throws Refusal where it is another business's: as if there were none
     */
    Button button(Page page, Acting acting) {
        return buttons.find(page.variable("id"))
                .filter(found -> found.profileId() == acting.profileId())
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
    }

    /** What the form for a new one says; empty where it is faulty, which it says then. */
    Optional<ButtonWish> wish(Form form, Acting acting) {
        boolean livemode = isLive(form);
        String currency = (livemode ? home : Asset.XTS).code();
        String kind = form.raw("kind").isEmpty() ? null : form.raw("kind");
        return read(form, ButtonForm.read(form, kind, currency, null), seller(acting, livemode));
    }

    /** What the form for one that there is says. */
    Optional<ButtonWish> wish(Form form, Acting acting, Button current) {
        ButtonBody body = ButtonForm.read(
                form,
                current.terms().kind().publicName(),
                current.terms().asset().code(),
                current.state().publicName());
        return read(form, body, seller(acting, current.livemode()));
    }

    private static Optional<ButtonWish> read(Form form, ButtonBody body, Seller seller) {
        Optional<ButtonWish> wish = ButtonReader.read(body, seller, form.faults());
        return form.faulty() ? Optional.empty() : wish;
    }

    static boolean isLive(Form form) {
        return !form.raw("mode").equals(TEST_MODE);
    }

    Button create(Acting acting, boolean livemode, ButtonWish wish) {
        return transactions.run(session -> buttons.create(session, acting.profileId(), livemode, wish));
    }

    private Seller seller(Acting acting, boolean livemode) {
        return new Seller(livemode, home, origins.of(acting.profileId()));
    }

    /** Where anybody can give to the business, with or without a button. */
    void putGivePage(Map<String, Object> model, Acting acting) {
        String url = urls.absolute("/give/" + acting.handle());
        model.put("giveUrl", url);
        model.put("giveQr", QrCode.of(url));
    }

    /** What the builder shows beside the fields. */
    Map<String, Object> model(Acting acting) {
        Map<String, Object> model = new HashMap<>();
        model.put(
                "origins",
                origins.of(acting.profileId()).stream()
                        .map(Origin::text)
                        .sorted()
                        .toList());
        model.put("baseUrl", urls.absolute(""));
        model.put("currency", home.code());
        return model;
    }

    void putSnippet(Map<String, Object> model, Page page, ButtonWish wish) {
        model.put("snippet", ButtonSnippet.of(ButtonSnippet.NO_ID, wish.terms(), urls, widget, page.locale()));
    }

    void putButton(Map<String, Object> model, Page page, Button button) {
        ButtonSnippet snippet = ButtonSnippet.of(button, urls, widget, page.locale());
        model.put("button", ButtonItem.of(button));
        model.put("currency", button.terms().asset().code());
        model.put("payments", buttons.payments(button, LATELY));
        model.put("snippet", snippet);
        model.put("qr", QrCode.of(snippet.url()));
    }
}
