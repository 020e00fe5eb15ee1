package cash.tuppence.member.terms;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.terms.Declaration.Subject;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.Map;

/** {@code /terms}, and {@code /terms/versions/VERSION}: what people agree to now, or agreed to. */
public final class TermsServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    private final boolean current;

    /**
     * @param current whether it is the page of the current ones; else its URL names the version
     */
    public TermsServlet(Pages pages, boolean current) {
        super(pages);
        this.current = current;
    }

    @Override
    protected void get(Page page) throws IOException {
        String version = current ? Declaration.CURRENT_VERSION : page.variable("version");
        Declaration terms = Declaration.find(Subject.TERMS, version).orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
        page.render("member/terms", Map.of("terms", terms));
    }
}
