package cash.tuppence.business.start;

import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.Map;

/** {@code /business/HANDLE}: how things stand, and what to do next. */
public final class OverviewServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    public OverviewServlet(Pages pages) {
        super(pages);
    }

    @Override
    protected void get(Page page) throws IOException {
        page.render("business/overview", Map.of());
    }
}
