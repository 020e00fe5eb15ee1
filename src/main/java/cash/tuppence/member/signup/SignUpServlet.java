package cash.tuppence.member.signup;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.Emails;
import cash.tuppence.member.ExpectedEmail;
import cash.tuppence.member.Handles;
import cash.tuppence.member.Members;
import cash.tuppence.member.Names;
import cash.tuppence.member.NewMember;
import cash.tuppence.member.Viewer;
import cash.tuppence.member.password.PasswordRules;
import cash.tuppence.member.region.Regions;
import cash.tuppence.member.signin.Method;
import cash.tuppence.member.signin.Passwords;
import cash.tuppence.member.signin.SignIn;
import cash.tuppence.member.terms.Declaration;
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

/** {@code /signup}: asks only what the law needs. Whoever signs up is signed in. */
public final class SignUpServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String TEMPLATE = "member/signup";
    private static final Limit BY_NETWORK = new Limit("sign-up by network", 60, Duration.ofHours(1)).onAllNodes();

    private final transient Members members;
    private final transient Regions regions;
    private final transient Newcomers newcomers;
    private final transient Passwords passwords;
    private final transient SignIn signIn;
    private final transient RateLimits limits;
    private final transient ExpectedEmail expected;
    private final transient PasswordRules rules;

    public SignUpServlet(
            Pages pages,
            Members members,
            Regions regions,
            Newcomers newcomers,
            Passwords passwords,
            SignIn signIn,
            RateLimits limits,
            ExpectedEmail expected,
            PasswordRules rules) {
        super(pages);
        this.members = members;
        this.regions = regions;
        this.newcomers = newcomers;
        this.passwords = passwords;
        this.signIn = signIn;
        this.limits = limits;
        this.expected = expected;
        this.rules = rules;
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
        Optional<Application> application = read(form);
        if (application.isEmpty()) {
            page.again(TEMPLATE, model(page), form);
            return;
        }
        try {
            signUp(page, application.get());
        } catch (Refusal refusal) {
            page.again(TEMPLATE, model(page), form, refusal);
            return;
        }
        page.redirect(page.next().orElse("/wallet"));
    }

    private record Application(String name, String handle, String email, String password, String region) {}

    /** Empty where any field is at fault. */
    private Optional<Application> read(Form form) {
        Application application = new Application(
                form.read("name", Names::choose).orElse(""),
                form.read("handle", Handles::choose).orElse(""),
                form.read("email", Emails::parse).orElse(""),
                form.read("password", password -> rules.check(password, own(form)))
                        .orElse(""),
                form.read("region", members::admit).orElse(""));
        form.mustTick("adult", Reason.ADULT_NEEDED);
        form.mustTick("terms", Reason.TERMS_NEEDED);
        return form.faulty() ? Optional.empty() : Optional.of(application);
    }

    /** What anybody may know of them. */
    private static String[] own(Form form) {
        return new String[] {form.raw("name"), form.raw("handle"), form.raw("email")};
    }

    private void signUp(Page page, Application application) {
        limits.take(BY_NETWORK, page.network());
        Viewer newcomer = newcomers.admit(new NewMember(
                application.name(),
                application.handle(),
                application.email(),
                passwords.encryptPassword(application.password()),
                application.region(),
                false));
        signIn.signIn(newcomer, Method.NEWCOMER);
    }

    /** Where somebody lives whom we do not admit yet, there is a place for their address. */
    private Map<String, Object> model(Page page) {
        Map<String, Object> model = new HashMap<>();
        model.put("regions", regions.all());
        model.put("terms", Declaration.current(Declaration.Subject.TERMS));
        regions.find(page.parameter("region"))
                .filter(region -> !region.open())
                .ifPresent(region -> model.put("closed", region));
        page.next().ifPresent(next -> model.put("next", next));
        return model;
    }
}
