package cash.tuppence.checkout.merchant;

import cash.tuppence.business.frame.Acting;
import cash.tuppence.checkout.Checkout;
import cash.tuppence.checkout.CheckoutQuery;
import cash.tuppence.checkout.CheckoutState;
import cash.tuppence.checkout.Checkouts;
import cash.tuppence.member.Profiles;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code /business/HANDLE/checkouts}: what was asked for and what became of it, a page at a time. */
public final class CheckoutsPage extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String TEMPLATE = "checkout/checkouts";
    private static final int AT_A_TIME = 25;

    private final transient Checkouts checkouts;
    private final transient CheckoutSearch search;
    private final transient Payers payers;

    public CheckoutsPage(Pages pages, Checkouts checkouts, Profiles profiles, InstantSource clock) {
        super(pages);
        this.checkouts = checkouts;
        this.search = new CheckoutSearch(profiles, clock);
        this.payers = new Payers(profiles);
    }

    @Override
    protected void get(Page page) throws IOException {
        Form form = page.form();
        Acting acting = Acting.of(page.request());
        CheckoutQuery query = search.read(form, acting.profileId(), AT_A_TIME + 1);
        Map<String, Object> model = model(acting, query, form);
        if (form.faulty()) {
            page.again(TEMPLATE, model, form);
        } else {
            page.render(TEMPLATE, model, form);
        }
    }

    private Map<String, Object> model(Acting acting, CheckoutQuery query, Form form) {
        List<Checkout> found = form.faulty() ? List.of() : checkouts.list(query);
        List<Checkout> shown = found.subList(0, Math.min(AT_A_TIME, found.size()));
        String asked = CheckoutSearch.query(form);
        Map<String, Object> model = new HashMap<>();
        model.put("rows", payers.views(shown));
        model.put("livemode", query.livemode());
        model.put(
                "states",
                Arrays.stream(CheckoutState.values())
                        .map(CheckoutState::publicName)
                        .toList());
        model.put("csvPath", acting.path("/checkouts.csv" + asked));
        if (found.size() > AT_A_TIME) {
            String last = "before=" + shown.get(AT_A_TIME - 1).id().text();
            model.put("olderPath", acting.path("/checkouts" + (asked.isEmpty() ? "?" : asked + "&") + last));
        }
        return model;
    }
}
