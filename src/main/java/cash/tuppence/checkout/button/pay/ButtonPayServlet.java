package cash.tuppence.checkout.button.pay;

import cash.tuppence.business.popup.Popup;
import cash.tuppence.business.popup.Popups;
import cash.tuppence.checkout.Checkout;
import cash.tuppence.checkout.Checkouts;
import cash.tuppence.checkout.button.Button;
import cash.tuppence.checkout.button.ButtonKind;
import cash.tuppence.checkout.button.ButtonTill;
import cash.tuppence.checkout.button.Buttons;
import cash.tuppence.checkout.button.Purchase;
import cash.tuppence.checkout.pay.WayBack;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.Viewer;
import cash.tuppence.wallet.Words;
import cash.tuppence.web.PlainText;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** {@code /pay/button/{button}}: pay what a stored button offers. Nothing is made before the payer consents. */
public final class ButtonPayServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String OFFER = "offer";
    private static final int GONE = 410;

    private final transient Buttons buttons;
    private final transient Checkouts checkouts;
    private final transient ButtonTill till;
    private final transient ButtonPage buttonPage;
    private final transient Popups popups;

    public ButtonPayServlet(
            Pages pages, Buttons buttons, Checkouts checkouts, ButtonTill till, ButtonPage buttonPage, Popups popups) {
        super(pages);
        this.buttons = buttons;
        this.checkouts = checkouts;
        this.till = till;
        this.buttonPage = buttonPage;
        this.popups = popups;
    }

    @Override
    protected void get(Page page) throws IOException {
        Button button = find(page);
        show(page, button, link(button, page));
    }

    /** What is chosen so far, and what that comes to. */
    private void show(Page page, Button button, ButtonLink link) throws IOException {
        Map<String, Object> model = model(page, button, link);
        page.allowFormTargets(ButtonPage.formTargets(button));
        if (button.isActive()) {
            page.render(template(button), model, page.form());
        } else {
            page.render(GONE, template(button), model);
        }
    }

    @Override
    protected void post(Page page) throws IOException {
        Button button = find(page);
        ButtonLink link = link(button, page);
        switch (page.parameter("action")) {
            case "pay" -> pay(page, button, link);
            case "cancel" -> cancel(page, button, link);
            case "total" -> show(page, button, link);
            default -> throw new Refusal(Reason.INVALID).on("action");
        }
    }

    /** Whoever is not signed in comes back to what they wrote, and consents then. */
    private void pay(Page page, Button button, ButtonLink link) throws IOException {
        Optional<Viewer> payer = Viewer.of(page.request());
        if (payer.isEmpty()) {
            String here = popup(page, button)
                    .map(window -> window.appendTo(link.full()))
                    .orElse(link.full());
            page.redirect(isGift(button) ? "/login?next=" + encode(here) : here);
            return;
        }
        Optional<Offer> offer = buttonPage.consent(page.parameter(OFFER), button, link, payer.get());
        if (offer.isEmpty()) {
            again(page, link, Optional.empty(), new Refusal(Reason.OFFER_CHANGED));
            return;
        }
        Optional<Checkout> made = checkouts.find(offer.get().checkout().text());
        if (made.isPresent()) {
            leaveAgain(page, button, offer.get(), made.get());
        } else {
            consent(page, button, link, offer.get(), payer.get());
        }
    }

    /** The same consent once more leads back to the shop; another one under its name is told what was paid. */
    private void leaveAgain(Page page, Button button, Offer offer, Checkout paid) throws IOException {
        boolean same = Choice.of(page.form(), button.terms(), offer.price())
                .filter(choice -> choice.total().equals(paid.amount()))
                .isPresent();
        if (same) {
            leave(page, button, paid);
        } else {
            page.redirect(paid.path());
        }
    }

    private void consent(Page page, Button button, ButtonLink link, Offer offer, Viewer payer) throws IOException {
        if (buttonPage.isOver(offer)) {
            again(page, link, Optional.of(offer), new Refusal(Reason.OFFER_EXPIRED));
            return;
        }
        Form form = page.form();
        String message = Words.message(form);
        Optional<Choice> choice = Choice.of(form, button.terms(), offer.price());
        if (form.faulty()) {
            page.allowFormTargets(ButtonPage.formTargets(button));
            page.again(template(button), model(page, button, link), form);
            return;
        }
        Purchase purchase = new Purchase(
                button,
                offer.checkout(),
                offer.revision(),
                choice.orElseThrow().quantity(),
                choice.orElseThrow().total(),
                link.reference(),
                message);
        try {
            till.sell(purchase, payer);
        } catch (Refusal refusal) {
            again(page, link, Optional.of(offer), refusal);
            return;
        }
        leave(page, button, checkouts.find(offer.checkout().text()).orElseThrow());
    }

    /** To the shop; or, from a window that the shop's page opened, by telling that page. */
    private void leave(Page page, Button button, Checkout checkout) throws IOException {
        String url = buttonPage.backUrl(checkout);
        Optional<Popup> popup = popup(page, button);
        if (popup.isPresent()) {
            popup.get().leave(page, WayBack.told(checkout, url));
        } else {
            page.redirectOutside(url);
        }
    }

    private Optional<Popup> popup(Page page, Button button) {
        return popups.of(page, button.profileId());
    }

    private Map<String, Object> model(Page page, Button button, ButtonLink link) {
        Optional<Choice> chosen = Choice.atFirst(page.form(), button.terms());
        Map<String, Object> model = buttonPage.model(page, button, link, chosen);
        popup(page, button).ifPresent(window -> window.putInto(model));
        return model;
    }

    /** As it is now, with a new offer. */
    private void again(Page page, ButtonLink link, Optional<Offer> seen, Refusal refusal) throws IOException {
        Button now = find(page);
        Map<String, Object> model = model(page, now, link);
        seen.map(Offer::price)
                .filter(price -> !price.equals(now.terms().price()))
                .ifPresent(price -> model.put("was", price));
        page.allowFormTargets(ButtonPage.formTargets(now));
        page.again(template(now), model, page.form(), refusal);
    }

    private void cancel(Page page, Button button, ButtonLink link) throws IOException {
        if (button.terms().returnUrl().isEmpty()) {
            Optional<Popup> popup = popup(page, button);
            if (popup.isPresent()) {
                popup.get().leave(page, Map.of("state", "canceled"));
                return;
            }
            page.redirect("/@" + buttonPage.merchant(button).handle());
            return;
        }
        Purchase declined = new Purchase(
                button,
                buttonPage.newCheckout(),
                button.revision(),
                1,
                button.terms().price(),
                link.reference(),
                "");
        leave(page, button, till.declined(declined));
    }

    private static String template(Button button) {
        return isGift(button) ? "checkout/button-gift" : "checkout/button";
    }

    private static boolean isGift(Button button) {
        return button.terms().kind() == ButtonKind.GIFT;
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private Button find(Page page) {
        return buttons.find(page.variable("button")).orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
    }

    private static ButtonLink link(Button button, Page page) {
        try {
            PlainText.line(page.parameter("reference"), ButtonLink.LONGEST_REFERENCE);
        } catch (Refusal refusal) {
            throw refusal.on("reference");
        }
        return ButtonLink.of(button, page);
    }
}
