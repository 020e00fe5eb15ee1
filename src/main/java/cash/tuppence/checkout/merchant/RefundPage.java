package cash.tuppence.checkout.merchant;

import cash.tuppence.business.frame.Acting;
import cash.tuppence.checkout.Checkout;
import cash.tuppence.checkout.Till;
import cash.tuppence.checkout.refund.Refunds;
import cash.tuppence.core.Money;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.wallet.Once;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.Optional;

/** {@code POST /business/HANDLE/checkouts/ID/refund}: gives back all or a part of what was paid. */
public final class RefundPage extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_REASON = 280;

    private final transient CheckoutDetails details;
    private final transient Till till;
    private final transient Refunds refunds;

    public RefundPage(Pages pages, CheckoutDetails details, Till till, Refunds refunds) {
        super(pages);
        this.details = details;
        this.till = till;
        this.refunds = refunds;
    }

    /** The till decides even where nothing seems to be left: the same form sent twice finds its own success. */
    @Override
    protected void post(Page page) throws IOException {
        Checkout checkout = details.find(page);
        Form form = page.form();
        Optional<Money> amount = form.amount("amount", checkout.amount().asset());
        String reason = form.optionalLine("reason", LONGEST_REASON);
        if (form.faulty()) {
            page.again(CheckoutDetails.TEMPLATE, details.model(page, checkout), form);
            return;
        }
        try {
            refund(page, checkout, amount.orElseThrow(), reason);
        } catch (Refusal refusal) {
            page.again(CheckoutDetails.TEMPLATE, details.model(page, details.find(page)), form, refusal);
            return;
        }
        page.redirect(
                Acting.of(page.request()).path("/checkouts/" + checkout.id().text() + "?done=refund"));
    }

    private void refund(Page page, Checkout checkout, Money amount, String reason) {
        if (checkout.payment().isEmpty()) {
            throw new Refusal(Reason.STATE_CONFLICT);
        }
        long actor = Acting.of(page.request()).memberId();
        till.carryOut(
                refunds.order(checkout, amount, reason, actor),
                Once.of(actor, page.request().getServletPath(), page.parameter(Once.FIELD)));
    }
}
