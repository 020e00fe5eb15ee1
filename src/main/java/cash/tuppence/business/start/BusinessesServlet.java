package cash.tuppence.business.start;

import cash.tuppence.business.Businesses;
import cash.tuppence.member.Viewer;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** {@code /business}: the businesses in whose teams one is. */
public final class BusinessesServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    private final transient Businesses businesses;

    public BusinessesServlet(Pages pages, Businesses businesses) {
        super(pages);
        this.businesses = businesses;
    }

    /** A business in the list. */
    public record Entry(String name, String handle, String role) {
        static Entry of(Businesses.Mine mine) {
            return new Entry(
                    mine.profile().name(), mine.profile().handle(), mine.role().text());
        }
    }

    @Override
    protected void get(Page page) throws IOException {
        List<Entry> mine = businesses.of(Viewer.required(page.request()).memberId()).stream()
                .map(Entry::of)
                .toList();
        page.render("business/list", Map.of("businesses", mine));
    }
}
