package cash.tuppence.member.limit;

import cash.tuppence.member.Viewer;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.Map;

/** {@code /settings/limits}: what one may hold and send at most, how much of it is used, and how to raise it. */
public final class LimitsServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    private final transient Allowances allowances;

    public LimitsServlet(Pages pages, Allowances allowances) {
        super(pages);
        this.allowances = allowances;
    }

    @Override
    protected void get(Page page) throws IOException {
        long profileId = Viewer.required(page.request()).profileId();
        page.render("settings/limits", Map.of("allowance", allowances.of(profileId)));
    }
}
