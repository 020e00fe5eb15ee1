package cash.tuppence.member.prove;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.Members;
import cash.tuppence.member.Viewer;
import cash.tuppence.member.factor.Factors;
import cash.tuppence.member.passkey.Passkeys;
import cash.tuppence.member.signin.Method;
import cash.tuppence.member.signin.SignIn;
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

/**
 * {@code /login/passkey}: signs in by a passkey alone. GET tells the page's script what to ask the browser for; the
 * script sends the answer as a form.
 */
public final class PasskeySignInServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String TEMPLATE = "member/login";
    private static final Limit BY_ADDRESS = new Limit("passkeys by address", 60, Duration.ofMinutes(15));

    private final transient Passkeys passkeys;
    private final transient HalfSignedIn half;
    private final transient Factors factors;
    private final transient Members members;
    private final transient SignIn signIn;
    private final transient RateLimits limits;

    PasskeySignInServlet(
            Pages pages,
            Passkeys passkeys,
            HalfSignedIn half,
            Factors factors,
            Members members,
            SignIn signIn,
            RateLimits limits) {
        super(pages);
        this.passkeys = passkeys;
        this.half = half;
        this.factors = factors;
        this.members = members;
        this.signIn = signIn;
        this.limits = limits;
    }

    @Override
    protected void get(Page page) throws IOException {
        page.json(passkeys.signInOptions());
    }

    @Override
    protected void post(Page page) throws IOException {
        Form form = page.form();
        try {
            signIn(page, form);
        } catch (Refusal refusal) {
            Map<String, Object> model = new HashMap<>();
            page.next().ifPresent(next -> model.put("next", next));
            page.again(TEMPLATE, model, form, refusal);
            return;
        }
        page.redirect(page.next().orElse("/wallet"));
    }

    private void signIn(Page page, Form form) {
        limits.take(BY_ADDRESS, page.address());
        long memberId = passkeys.signIn(Assertions.read(form));
        Viewer member = members.viewer(memberId)
                .filter(one -> factors.mayComeIn(memberId))
                .orElseThrow(() -> new Refusal(Reason.PASSKEY_REFUSED));
        limits.giveBack(BY_ADDRESS, page.address());
        half.end(page);
        signIn.signIn(member, Method.PASSKEY, form.ticked("remember"));
    }
}
