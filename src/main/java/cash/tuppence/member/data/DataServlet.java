package cash.tuppence.member.data;

import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.Map;

/** {@code /settings/data}: what is kept about somebody, and the way to take it along. */
public final class DataServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    public DataServlet(Pages pages) {
        super(pages);
    }

    @Override
    protected void get(Page page) throws IOException {
        page.render("settings/data", Map.of());
    }
}
