package cash.tuppence.member.password;

import cash.tuppence.core.Refusal;
import cash.tuppence.member.Members;
import cash.tuppence.member.Viewer;
import cash.tuppence.member.signin.SignIn;
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

/** {@code /settings/security/password}: another password, for whoever knows the old one. */
public final class PasswordServlet extends PageServlet {
    public static final String PATH = "/settings/security/password";

    private static final long serialVersionUID = 1L;
    private static final String TEMPLATE = "settings/password";
    private static final Limit BY_MEMBER =
            new Limit("change of password by member", 10, Duration.ofMinutes(15)).onAllNodes();

    private final transient PasswordChange change;
    private final transient Members members;
    private final transient SignIn signIn;
    private final transient RateLimits limits;

    public PasswordServlet(Pages pages, PasswordChange change, Members members, SignIn signIn, RateLimits limits) {
        super(pages);
        this.change = change;
        this.members = members;
        this.signIn = signIn;
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
        Optional<String> password = form.read("password", typed -> change.check(viewer, typed));
        if (password.isEmpty()) {
            page.again(TEMPLATE, model(page), form);
            return;
        }
        try {
            limits.take(BY_MEMBER, String.valueOf(viewer.memberId()));
            change.change(viewer, form.raw("password_now"), password.get(), signIn.current(page.request()));
        } catch (Refusal refusal) {
            page.again(TEMPLATE, model(page), form, refusal);
            return;
        }
        page.redirect("/settings/security?done=password");
    }

    /** Password managers want to see whose password it is. */
    private Map<String, Object> model(Page page) {
        return Map.of(
                "email",
                members.email(Viewer.required(page.request()).memberId()).orElse(""));
    }
}
