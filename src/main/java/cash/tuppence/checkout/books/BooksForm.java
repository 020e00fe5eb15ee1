package cash.tuppence.checkout.books;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.web.page.Page;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** Which month, and whether of real or of play money. */
final class BooksForm {
    private static final String TEST = "test";

    private BooksForm() {}

    static Asset asset(Page page) {
        return page.parameter("mode").equals(TEST) ? Asset.XTS : Asset.USD;
    }

    /** This month, unless another one is named, such as {@code 2026-11}. */
    static YearMonth month(Page page, Instant now) {
        String typed = page.parameter("month");
        if (typed.isEmpty()) {
            return thisMonth(now);
        }
        if (!typed.matches("20[0-9]{2}-[0-9]{2}")) {
            throw new Refusal(Reason.NOT_FOUND);
        }
        try {
            return YearMonth.parse(typed);
        } catch (DateTimeException e) {
            throw new Refusal(Reason.NOT_FOUND);
        }
    }

    static YearMonth thisMonth(Instant now) {
        return YearMonth.from(now.atZone(ZoneOffset.UTC));
    }

    static String query(YearMonth month, Asset asset) {
        return "?month=" + month + (asset.isPlayMoney() ? "&mode=" + TEST : "");
    }
}
