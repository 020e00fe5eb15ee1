package cash.tuppence.checkout.pay;

import cash.tuppence.checkout.Checkout;
import cash.tuppence.checkout.CheckoutState;
import cash.tuppence.checkout.Checkouts;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.web.Urls;
import cash.tuppence.web.json.Answer;
import cash.tuppence.web.json.Call;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.json.JsonServlet;

/** {@code /pay/{checkout}/state}: whether it is still to be paid, and where to go on if not: for our own page's script. */
public final class PayStateServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    private final transient Checkouts checkouts;
    private final transient PayPage payPage;
    private final transient Watch watch;
    private final transient Urls urls;

    public PayStateServlet(Json json, Checkouts checkouts, PayPage payPage, Watch watch, Urls urls) {
        super(json);
        this.checkouts = checkouts;
        this.payPage = payPage;
        this.watch = watch;
        this.urls = urls;
    }

    /**
     * How it stands.
     *
     * @param url where to go on; null while it is open
     */
    record PayState(String state, String url) {}

    @Override
    protected Answer get(Call call) {
        Checkout checkout = checkouts.find(call.variable("checkout")).orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
        return call.ok(
                new PayState(checkout.state().publicName(), checkout.state().isOpen() ? null : next(checkout, call)));
    }

    /** Back to the shop; where its time is over, our own page says so first. */
    private String next(Checkout checkout, Call call) {
        boolean mayGoBack = watch.hasSeen(checkout, call.parameter(Watch.SEEN).orElse(""))
                && checkout.state() != CheckoutState.EXPIRED;
        return mayGoBack ? payPage.backUrl(checkout) : urls.local(checkout.path());
    }
}
