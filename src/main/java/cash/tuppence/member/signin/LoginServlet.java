package cash.tuppence.member.signin;

import cash.tuppence.core.Refusal;
import cash.tuppence.member.Emails;
import cash.tuppence.member.ExpectedEmail;
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

/** {@code /login}. */
public final class LoginServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String TEMPLATE = "member/login";
    private static final Limit BY_ADDRESS = new Limit("sign-in by address", 60, Duration.ofMinutes(15));
    private static final Limit BY_ACCOUNT = new Limit("sign-in by account", 20, Duration.ofMinutes(15));

    private final transient SignIn signIn;
    private final transient RateLimits limits;
    private final transient ExpectedEmail expected;

    public LoginServlet(Pages pages, SignIn signIn, RateLimits limits, ExpectedEmail expected) {
        super(pages);
        this.signIn = signIn;
        this.limits = limits;
        this.expected = expected;
    }

    @Override
    protected void get(Page page) throws IOException {
        if (Viewer.of(page.request()).isPresent()) {
            page.redirect(page.next().orElse("/wallet"));
            return;
        }
        Map<String, Object> model = model(page);
        page.next().flatMap(expected::of).ifPresent(email -> model.put("form", Map.of("email", email)));
        page.render(TEMPLATE, model);
    }

    @Override
    protected void post(Page page) throws IOException {
        Form form = page.form();
        try {
            signIn(page, form);
        } catch (Refusal refusal) {
            page.again(TEMPLATE, model(page), form, refusal);
            return;
        }
        page.redirect(page.next().orElse("/wallet"));
    }

    /** Only failures count in the end, so that nobody who knows their password is ever kept waiting. */
    private void signIn(Page page, Form form) {
        // Whatever can be no address counts as one, so that nobody fills the memory with long ones.
        String account = Emails.find(form.raw("email")).orElse("");
        limits.take(BY_ADDRESS, page.address());
        limits.take(BY_ACCOUNT, account);
        Viewer member = signIn.check(account, form.raw("password"));
        limits.giveBack(BY_ADDRESS, page.address());
        limits.giveBack(BY_ACCOUNT, account);
        signIn.signIn(member, Method.PASSWORD, form.ticked("remember"));
    }

    private static Map<String, Object> model(Page page) {
        Map<String, Object> model = new HashMap<>();
        page.next().ifPresent(next -> model.put("next", next));
        return model;
    }
}
