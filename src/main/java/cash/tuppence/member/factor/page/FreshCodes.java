package cash.tuppence.member.factor.page;

import cash.tuppence.web.page.Page;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The page that shows recovery codes, this once. */
final class FreshCodes {
    private FreshCodes() {}

    /**
     * @param codes none where there is nothing to show
     * @param next the page to go to then
     */
    static void show(Page page, List<String> codes, String next) throws IOException {
        if (codes.isEmpty()) {
            page.redirect(next);
        } else {
            page.render("settings/fresh-codes", Map.of("codes", codes, "next", next));
        }
    }
}
