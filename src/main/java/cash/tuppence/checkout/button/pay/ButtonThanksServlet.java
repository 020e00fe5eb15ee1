package cash.tuppence.checkout.button.pay;

import cash.tuppence.checkout.Checkout;
import cash.tuppence.checkout.Checkouts;
import cash.tuppence.checkout.button.Button;
import cash.tuppence.checkout.button.ButtonKind;
import cash.tuppence.checkout.button.Buttons;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.Viewer;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@code /pay/button/{button}/thanks}: where a payer goes whose merchant has no page of their own for them. */
public final class ButtonThanksServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String CHECKOUT = "tuppence_checkout";

    private final transient Buttons buttons;
    private final transient Checkouts checkouts;
    private final transient ButtonPage buttonPage;

    public ButtonThanksServlet(Pages pages, Buttons buttons, Checkouts checkouts, ButtonPage buttonPage) {
        super(pages);
        this.buttons = buttons;
        this.checkouts = checkouts;
        this.buttonPage = buttonPage;
    }

    @Override
    protected void get(Page page) throws IOException {
        Button button = buttons.find(page.variable("button")).orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
        Map<String, Object> model = new HashMap<>();
        model.put("button", ButtonView.of(button, buttonPage.merchant(button), ButtonLink.of(button, page)));
        model.put("gift", button.terms().kind() == ButtonKind.GIFT);
        paid(page, button).ifPresent(checkout -> {
            model.put("amount", checkout.amount());
            model.put("reference", checkout.terms().reference());
            model.put("receiptPath", checkout.path());
        });
        page.render("checkout/button-thanks", model);
    }

    /** What was paid is for its payer to read. */
    private Optional<Checkout> paid(Page page, Button button) {
        return Viewer.of(page.request())
                .flatMap(viewer -> checkouts
                        .find(page.parameter(CHECKOUT))
                        .filter(checkout ->
                                checkout.profileId() == button.profileId() && checkout.wasPaidBy(viewer.profileId())));
    }
}
