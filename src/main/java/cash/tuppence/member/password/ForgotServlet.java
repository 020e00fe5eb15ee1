package cash.tuppence.member.password;

import cash.tuppence.core.Refusal;
import cash.tuppence.member.Emails;
import cash.tuppence.web.RateLimits;
import cash.tuppence.web.RateLimits.Limit;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** {@code /forgot}: asks for a link by which one sets a new password. */
public final class ForgotServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String TEMPLATE = "member/forgot";
    private static final Limit BY_NETWORK = new Limit("reset by network", 20, Duration.ofHours(1)).onAllNodes();
    private static final Limit BY_ACCOUNT = new Limit("reset by account", 4, Duration.ofHours(1)).onAllNodes();

    private final transient Resets resets;
    private final transient RateLimits limits;

    public ForgotServlet(Pages pages, Resets resets, RateLimits limits) {
        super(pages);
        this.resets = resets;
        this.limits = limits;
    }

    @Override
    protected void get(Page page) throws IOException {
        page.render(TEMPLATE, Map.of("sent", page.parameter("sent").equals("yes")));
    }

    @Override
    protected void post(Page page) throws IOException {
        Form form = page.form();
        Optional<String> email = form.read("email", Emails::parse);
        if (email.isEmpty()) {
            page.again(TEMPLATE, Map.of("sent", false), form);
            return;
        }
        try {
            limits.take(BY_NETWORK, page.network());
            limits.take(BY_ACCOUNT, email.get());
        } catch (Refusal refusal) {
            page.again(TEMPLATE, Map.of("sent", false), form, refusal);
            return;
        }
        resets.ask(email.get());
        page.redirect("/forgot?sent=yes");
    }
}
