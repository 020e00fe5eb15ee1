package cash.tuppence.member.confirm;

import cash.tuppence.core.Refusal;
import cash.tuppence.member.Emails;
import cash.tuppence.member.Viewer;
import cash.tuppence.web.RateLimits;
import cash.tuppence.web.RateLimits.Limit;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@code /settings/email}: one's address, and another instead. */
public final class EmailServlet extends PageServlet {
    static final String PATH = "/settings/email";

    private static final long serialVersionUID = 1L;
    private static final String TEMPLATE = "settings/email";
    private static final Limit BY_MEMBER =
            new Limit("change of address by member", 5, Duration.ofHours(12)).onAllNodes();

    private final transient Addresses addresses;
    private final transient RateLimits limits;

    public EmailServlet(Pages pages, Addresses addresses, RateLimits limits) {
        super(pages);
        this.addresses = addresses;
        this.limits = limits;
    }

    @Override
    protected void get(Page page) throws IOException {
        page.render(TEMPLATE, model(page));
    }

    @Override
    protected void post(Page page) throws IOException {
        Form form = page.form();
        Viewer viewer = Viewer.required(page.request());
        Optional<String> email = form.read("email", Emails::parse);
        if (email.isEmpty()) {
            page.again(TEMPLATE, model(page), form);
            return;
        }
        try {
            limits.take(BY_MEMBER, String.valueOf(viewer.memberId()));
            addresses.askToChange(viewer.memberId(), email.get());
        } catch (Refusal refusal) {
            page.again(TEMPLATE, model(page), form, refusal);
            return;
        }
        page.redirect(PATH + "?done=sent");
    }

    private Map<String, Object> model(Page page) {
        MemberAddress address = addresses.of(Viewer.required(page.request()).memberId());
        Map<String, Object> model = new HashMap<>();
        model.put("address", address);
        if (page.parameter("done").equals("sent") && !address.toConfirm().isEmpty()) {
            model.put("flash", "A mail is on its way to " + address.toConfirm() + ".");
        }
        return model;
    }
}
