package cash.tuppence.member.signin;

import cash.tuppence.core.Refusal;
import cash.tuppence.member.ExpectedEmail;
import cash.tuppence.member.SignInName;
import cash.tuppence.member.Viewer;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** {@code /login}. */
public final class LoginServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String TEMPLATE = "member/login";

    private final transient SignIn signIn;
    private final transient PasswordDoor door;
    private final transient ExpectedEmail expected;
    private final transient SecondStep second;

    public LoginServlet(Pages pages, SignIn signIn, PasswordDoor door, ExpectedEmail expected, SecondStep second) {
        super(pages);
        this.signIn = signIn;
        this.door = door;
        this.expected = expected;
        this.second = second;
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
            Viewer member = check(page, form);
            boolean remember = form.ticked("remember");
            page.redirect(second.after(page, member, remember).orElseGet(() -> signIn(page, member, remember)));
        } catch (Refusal refusal) {
            page.again(TEMPLATE, model(page), form, refusal);
        }
    }

    private String signIn(Page page, Viewer member, boolean remember) {
        signIn.signIn(member, Method.PASSWORD, remember);
        return page.next().orElse("/wallet");
    }

    private Viewer check(Page page, Form form) {
        // Whatever can be no name counts as one.
        return door.open(page, SignInName.of(form.raw("email")), form.raw("password"));
    }

    private static Map<String, Object> model(Page page) {
        Map<String, Object> model = new HashMap<>();
        page.next().ifPresent(next -> model.put("next", next));
        if (page.parameter("done").equals("reset")) {
            model.put("flash", "Your new password is set. Sign in with it.");
        }
        return model;
    }
}
