package cash.tuppence.checkout.merchant;

import cash.tuppence.business.frame.Acting;
import cash.tuppence.checkout.Canceler;
import cash.tuppence.checkout.Checkout;
import cash.tuppence.checkout.CheckoutState;
import cash.tuppence.checkout.Checkouts;
import cash.tuppence.checkout.Till;
import cash.tuppence.checkout.TillOrders;
import cash.tuppence.core.Money;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.wallet.Once;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.Optional;

/** {@code /business/HANDLE/checkouts/ID}: one checkout; to capture or to cancel it. */
public final class CheckoutPage extends PageServlet {
    private static final long serialVersionUID = 1L;

    private final transient CheckoutDetails details;
    private final transient Checkouts checkouts;
    private final transient Till till;
    private final transient TillOrders orders;

    public CheckoutPage(Pages pages, CheckoutDetails details, Checkouts checkouts, Till till, TillOrders orders) {
        super(pages);
        this.details = details;
        this.checkouts = checkouts;
        this.till = till;
        this.orders = orders;
    }

    @Override
    protected void get(Page page) throws IOException {
        page.render(CheckoutDetails.TEMPLATE, details.model(page, details.find(page)));
    }

    @Override
    protected void post(Page page) throws IOException {
        Checkout checkout = details.find(page);
        Form form = page.form();
        try {
            act(page, checkout, form);
        } catch (Refusal refusal) {
            page.again(CheckoutDetails.TEMPLATE, details.model(page, details.find(page)), form, refusal);
            return;
        }
        if (form.faulty()) {
            page.again(CheckoutDetails.TEMPLATE, details.model(page, details.find(page)), form);
        } else {
            String done = page.parameter("action");
            page.redirect(
                    Acting.of(page.request()).path("/checkouts/" + checkout.id().text() + "?done=" + done));
        }
    }

    private void act(Page page, Checkout checkout, Form form) {
        switch (page.parameter("action")) {
            case "capture" -> capture(page, checkout, form);
            case "cancel" -> cancel(page, checkout);
            default -> throw new Refusal(Reason.INVALID).on("action");
        }
    }

    private void capture(Page page, Checkout checkout, Form form) {
        Optional<Money> amount = form.amount("amount", checkout.amount().asset());
        if (checkout.payment().isEmpty()) {
            throw new Refusal(Reason.STATE_CONFLICT);
        }
        if (amount.filter(some -> some.compareTo(checkout.amount()) > 0).isPresent()) {
            form.faults().add("amount", Reason.CAPTURE_TOO_LARGE);
        }
        if (!form.faulty()) {
            long actor = Acting.of(page.request()).memberId();
            till.carryOut(orders.capture(checkout, amount, actor), operation(page, actor));
        }
    }

    private void cancel(Page page, Checkout checkout) {
        long actor = Acting.of(page.request()).memberId();
        if (checkout.payment().isPresent()) {
            till.carryOut(orders.cancel(checkout, actor), operation(page, actor));
        } else if (checkouts.cancel(checkout, Canceler.merchant(actor)).state() != CheckoutState.CANCELED) {
            throw new Refusal(Reason.STATE_CONFLICT);
        }
    }

    private static OperationId operation(Page page, long actor) {
        return Once.of(actor, page.request().getServletPath(), page.parameter(Once.FIELD));
    }
}
