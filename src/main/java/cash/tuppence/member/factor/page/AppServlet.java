package cash.tuppence.member.factor.page;

import cash.tuppence.core.Refusal;
import cash.tuppence.member.Members;
import cash.tuppence.member.Viewer;
import cash.tuppence.member.factor.AppSetup;
import cash.tuppence.member.factor.Factors;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import cash.tuppence.web.page.QrCode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** {@code /settings/security/app}: sets up the app that shows codes, another in its place, or none. */
public final class AppServlet extends PageServlet {
    static final String PATH = "/settings/security/app";

    private static final long serialVersionUID = 1L;
    private static final String TEMPLATE = "settings/app";

    private final transient Factors factors;
    private final transient Members members;

    public AppServlet(Pages pages, Factors factors, Members members) {
        super(pages);
        this.factors = factors;
        this.members = members;
    }

    @Override
    protected void get(Page page) throws IOException {
        page.render(TEMPLATE, model(page, factors.beginApp(memberId(page), name(page))));
    }

    @Override
    protected void post(Page page) throws IOException {
        if (page.parameter("action").equals("remove")) {
            factors.removeApp(memberId(page));
            page.redirect(PATH);
        } else {
            enable(page, memberId(page));
        }
    }

    private void enable(Page page, long memberId) throws IOException {
        Form form = page.form();
        String sealed = form.raw("setup");
        try {
            FreshCodes.show(page, factors.enableApp(memberId, sealed, form.raw("code")), PATH);
        } catch (Refusal refusal) {
            page.again(TEMPLATE, model(page, same(page, sealed)), form, refusal);
        }
    }

    /** The same picture again: whoever mistyped a code has scanned it already. */
    private AppSetup same(Page page, String sealed) {
        try {
            return factors.sameApp(memberId(page), sealed, name(page));
        } catch (Refusal tooOld) {
            return factors.beginApp(memberId(page), name(page));
        }
    }

    private Map<String, Object> model(Page page, AppSetup setup) {
        Map<String, Object> model = new HashMap<>();
        model.put("factors", factors.of(memberId(page)));
        model.put("setup", setup);
        model.put("qr", QrCode.of(setup.uri()));
        return model;
    }

    private static long memberId(Page page) {
        return Viewer.required(page.request()).memberId();
    }

    /** What the app calls the wallet. */
    private String name(Page page) {
        Viewer member = Viewer.required(page.request());
        return members.email(member.memberId()).orElse("@" + member.handle());
    }
}
