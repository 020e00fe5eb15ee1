package cash.tuppence.member.factor.page;

import cash.tuppence.member.Viewer;
import cash.tuppence.member.factor.Factors;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.Map;

/** {@code /settings/security/recovery-codes}: how many are left, and new ones in their place. */
public final class RecoveryCodesServlet extends PageServlet {
    static final String PATH = "/settings/security/recovery-codes";

    private static final long serialVersionUID = 1L;

    private final transient Factors factors;

    public RecoveryCodesServlet(Pages pages, Factors factors) {
        super(pages);
        this.factors = factors;
    }

    @Override
    protected void get(Page page) throws IOException {
        page.render("settings/recovery-codes", Map.of("factors", factors.of(memberId(page))));
    }

    @Override
    protected void post(Page page) throws IOException {
        FreshCodes.show(page, factors.renewCodes(memberId(page)), PATH);
    }

    private static long memberId(Page page) {
        return Viewer.required(page.request()).memberId();
    }
}
