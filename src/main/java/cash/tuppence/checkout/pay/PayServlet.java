package cash.tuppence.checkout.pay;

import cash.tuppence.business.popup.Popup;
import cash.tuppence.business.popup.Popups;
import cash.tuppence.checkout.Canceler;
import cash.tuppence.checkout.Checkout;
import cash.tuppence.checkout.CheckoutState;
import cash.tuppence.checkout.Checkouts;
import cash.tuppence.checkout.Till;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.Viewer;
import cash.tuppence.wallet.Once;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** {@code /pay/{checkout}}: the hosted payment page. */
public final class PayServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String OPEN = "checkout/pay";
    private static final String CLOSED = "checkout/closed";
    private static final int CONFLICT = 409;

    private final transient Checkouts checkouts;
    private final transient Till till;
    private final transient PayPage payPage;
    private final transient Popups popups;

    public PayServlet(Pages pages, Checkouts checkouts, Till till, PayPage payPage, Popups popups) {
        super(pages);
        this.checkouts = checkouts;
        this.till = till;
        this.payPage = payPage;
        this.popups = popups;
    }

    @Override
    protected void get(Page page) throws IOException {
        Checkout checkout = find(page);
        Optional<Viewer> viewer = Viewer.of(page.request());
        if (checkout.state().isOpen()) {
            page.allowFormTargets(PayPage.formTargets(checkout));
            page.render(OPEN, inWindow(page, checkout, payPage.open(checkout, viewer)));
        } else {
            closed(page, checkout, viewer);
        }
    }

    private void closed(Page page, Checkout checkout, Optional<Viewer> viewer) throws IOException {
        Map<String, Object> model = payPage.closed(checkout, viewer, page.parameter(Watch.SEEN));
        Optional<Popup> popup = popups.of(page, checkout.profileId());
        if (popup.isPresent() && model.containsKey("backUrl")) {
            popup.get().leave(page, payPage.told(checkout));
        } else {
            page.render(CLOSED, model);
        }
    }

    private Map<String, Object> inWindow(Page page, Checkout checkout, Map<String, Object> model) {
        popups.of(page, checkout.profileId()).ifPresent(popup -> popup.putInto(model));
        return model;
    }

    /** To the shop; or, from a window that the shop's page opened, by telling that page. */
    private void leave(Page page, Checkout checkout) throws IOException {
        Optional<Popup> popup = popups.of(page, checkout.profileId());
        if (popup.isPresent()) {
            popup.get().leave(page, payPage.told(checkout));
        } else {
            page.redirectOutside(payPage.backUrl(checkout));
        }
    }

    @Override
    protected void post(Page page) throws IOException {
        Checkout checkout = find(page);
        switch (page.parameter("action")) {
            case "pay" -> pay(page, checkout);
            case "cancel" -> cancel(page, checkout);
            default -> throw new Refusal(Reason.INVALID).on("action");
        }
    }

    /**
     * The stage decides even where we see that it is closed: the form that paid it, sent twice, finds its own success and
     * leads back to the shop; any other form is told what happened.
     */
    private void pay(Page page, Checkout checkout) throws IOException {
        Optional<Viewer> payer = Viewer.of(page.request());
        if (payer.isEmpty()) {
            String path = checkout.path();
            page.redirect(popups.of(page, checkout.profileId())
                    .map(popup -> popup.appendTo(path))
                    .orElse(path));
            return;
        }
        try {
            till.pay(
                    checkout,
                    payer.get(),
                    Once.of(payer.get().memberId(), checkout.path(), page.parameter(Once.FIELD)));
        } catch (Refusal refusal) {
            refuse(page, checkout, refusal);
            return;
        }
        leave(page, find(page));
    }

    private void refuse(Page page, Checkout seen, Refusal refusal) throws IOException {
        Checkout now = find(page);
        Optional<Viewer> viewer = Viewer.of(page.request());
        if (now.state().isOpen()) {
            page.allowFormTargets(PayPage.formTargets(seen));
            page.again(OPEN, inWindow(page, now, payPage.open(now, viewer)), page.form(), refusal);
        } else {
            page.render(CONFLICT, CLOSED, payPage.closed(now, viewer, page.parameter(Watch.SEEN)));
        }
    }

    private void cancel(Page page, Checkout checkout) throws IOException {
        Checkout after = checkouts.cancel(checkout, Canceler.PAYER);
        if (after.state() == CheckoutState.CANCELED) {
            leave(page, after);
        } else {
            page.render(CONFLICT, CLOSED, payPage.closed(after, Viewer.of(page.request()), page.parameter(Watch.SEEN)));
        }
    }

    private Checkout find(Page page) {
        return checkouts.find(page.variable("checkout")).orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
    }
}
