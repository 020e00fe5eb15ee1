package cash.tuppence.member.prove;

import cash.tuppence.core.Refusal;
import cash.tuppence.member.Members;
import cash.tuppence.member.Viewer;
import cash.tuppence.member.factor.Factors;
import cash.tuppence.member.factor.MemberFactors;
import cash.tuppence.member.signin.Method;
import cash.tuppence.member.signin.SignIn;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@code /login/code}: the second step, for whoever has shown the right password a moment ago. */
public final class CodeServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String TEMPLATE = "member/code";

    private final transient HalfSignedIn half;
    private final transient Factors factors;
    private final transient Codes codes;
    private final transient Members members;
    private final transient SignIn signIn;

    CodeServlet(Pages pages, HalfSignedIn half, Factors factors, Codes codes, Members members, SignIn signIn) {
        super(pages);
        this.half = half;
        this.factors = factors;
        this.codes = codes;
        this.members = members;
        this.signIn = signIn;
    }

    @Override
    protected void get(Page page) throws IOException {
        if (Viewer.of(page.request()).isPresent()) {
            page.redirect(page.next().orElse("/wallet"));
            return;
        }
        Optional<Viewer> member = member(page);
        if (member.isEmpty()) {
            page.redirect(TwoSteps.withNext("/login", page));
        } else {
            page.render(TEMPLATE, model(page, member.get()));
        }
    }

    private Optional<Viewer> member(Page page) {
        return half.find(page)
                .map(HalfSignedIn.Half::memberId)
                .filter(factors::mayComeIn)
                .flatMap(members::viewer);
    }

    @Override
    protected void post(Page page) throws IOException {
        Optional<HalfSignedIn.Half> begun = half.find(page);
        Optional<Viewer> member = member(page);
        if (begun.isEmpty() || member.isEmpty()) {
            page.redirect(TwoSteps.withNext("/login", page));
            return;
        }
        Form form = page.form();
        try {
            codes.use(page, member.get().memberId(), form.raw("code"));
        } catch (Refusal refusal) {
            page.again(TEMPLATE, model(page, member.get()), form, refusal);
            return;
        }
        half.end(page);
        signIn.signIn(member.get(), Method.PASSWORD, begun.get().remember());
        page.redirect(page.next().orElse("/wallet"));
    }

    private Map<String, Object> model(Page page, Viewer member) {
        MemberFactors shown = factors.of(member.memberId());
        Map<String, Object> model = new HashMap<>(Map.of("factors", shown, "half", true));
        page.next().ifPresent(next -> model.put("next", next));
        return model;
    }
}
