package cash.tuppence.member.terms;

import cash.tuppence.core.Reason;
import cash.tuppence.member.Viewer;
import cash.tuppence.member.terms.Declaration.Subject;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** {@code /terms/agree}: the terms have changed, and a member who agreed to older ones is asked again. */
public final class AgreeServlet extends PageServlet {
    static final String PATH = "/terms/agree";

    private static final long serialVersionUID = 1L;
    private static final String TEMPLATE = "member/agree";

    private final transient Consents consents;

    public AgreeServlet(Pages pages, Consents consents) {
        super(pages);
        this.consents = consents;
    }

    @Override
    protected void get(Page page) throws IOException {
        page.render(TEMPLATE, model(page));
    }

    @Override
    protected void post(Page page) throws IOException {
        Form form = page.form();
        form.mustTick("terms", Reason.TERMS_NEEDED);
        if (form.faulty()) {
            page.again(TEMPLATE, model(page), form);
            return;
        }
        consents.toTerms(Viewer.required(page.request()).memberId());
        page.redirect(page.next().orElse("/wallet"));
    }

    private static Map<String, Object> model(Page page) {
        Map<String, Object> model = new HashMap<>();
        model.put("terms", Declaration.current(Subject.TERMS));
        page.next().ifPresent(next -> model.put("next", next));
        return model;
    }
}
