package cash.tuppence.business.settings;

import cash.tuppence.business.frame.Acting;
import cash.tuppence.member.limit.Allowances;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.Map;

/** {@code /business/HANDLE/limits}: what it may hold and send at most, how much of it is used, and how to raise it. */
public final class BusinessLimitsServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    private final transient Allowances allowances;

    public BusinessLimitsServlet(Pages pages, Allowances allowances) {
        super(pages);
        this.allowances = allowances;
    }

    @Override
    protected void get(Page page) throws IOException {
        long profileId = Acting.of(page.request()).profileId();
        page.render("business/limits", Map.of("allowance", allowances.of(profileId)));
    }
}
