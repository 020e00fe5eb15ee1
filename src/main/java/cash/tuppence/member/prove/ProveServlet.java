package cash.tuppence.member.prove;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.Viewer;
import cash.tuppence.member.factor.Factors;
import cash.tuppence.member.factor.MemberFactors;
import cash.tuppence.member.passkey.Passkeys;
import cash.tuppence.member.signin.PasswordDoor;
import cash.tuppence.member.signin.SignIn;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * {@code /settings/prove}: shows once more that it is the member who sits there, then goes on. Whoever has an app or a
 * passkey shows that; all others their password.
 */
public final class ProveServlet extends PageServlet {
    static final String PATH = "/settings/prove";

    private static final long serialVersionUID = 1L;
    private static final String TEMPLATE = "member/prove";
    private static final String AFTERWARDS = "/settings/security";

    private final transient Factors factors;
    private final transient Passkeys passkeys;
    private final transient Codes codes;
    private final transient SignIn signIn;
    private final transient PasswordDoor door;

    ProveServlet(Pages pages, Factors factors, Passkeys passkeys, Codes codes, SignIn signIn, PasswordDoor door) {
        super(pages);
        this.factors = factors;
        this.passkeys = passkeys;
        this.codes = codes;
        this.signIn = signIn;
        this.door = door;
    }

    @Override
    protected void get(Page page) throws IOException {
        page.render(TEMPLATE, model(page));
    }

    @Override
    protected void post(Page page) throws IOException {
        Form form = page.form();
        try {
            prove(page, form);
        } catch (Refusal refusal) {
            page.again(TEMPLATE, model(page), form, refusal);
            return;
        }
        signIn.prove(page.request());
        page.redirect(page.next().orElse(AFTERWARDS));
    }

    private void prove(Page page, Form form) {
        long memberId = Viewer.required(page.request()).memberId();
        if (!form.raw("credential").isEmpty()) {
            passkeys.prove(memberId, Assertions.read(form));
        } else if (factors.anyOf(memberId)) {
            codes.use(page, memberId, form.raw("code"));
        } else {
            checkPassword(page, form.raw("password"));
        }
    }

    private void checkPassword(Page page, String password) {
        try {
            door.open(page, "@" + Viewer.required(page.request()).handle(), password);
        } catch (Refusal refusal) {
            throw refusal.reason() == Reason.SIGN_IN_FAILED
                    ? new Refusal(Reason.PASSWORD_WRONG).on("password")
                    : refusal;
        }
    }

    private Map<String, Object> model(Page page) {
        long memberId = Viewer.required(page.request()).memberId();
        MemberFactors shown = factors.of(memberId);
        Map<String, Object> model = new HashMap<>(Map.of("factors", shown));
        if (shown.hasPasskeys()) {
            model.put("options", passkeys.proofOptions(memberId));
        }
        page.next().ifPresent(next -> model.put("next", next));
        return model;
    }
}
