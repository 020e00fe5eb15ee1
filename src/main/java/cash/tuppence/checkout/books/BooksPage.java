package cash.tuppence.checkout.books;

import cash.tuppence.business.frame.Acting;
import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.core.Times;
import cash.tuppence.ledger.Account;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@code /business/HANDLE/books}: what the business has, and a month's statement with its sales by day; it prints. */
public final class BooksPage extends PageServlet {
    private static final long serialVersionUID = 1L;

    private final transient Books books;
    private final transient InstantSource clock;

    public BooksPage(Pages pages, Books books, InstantSource clock) {
        super(pages);
        this.books = books;
        this.clock = clock;
    }

    @Override
    protected void get(Page page) throws IOException {
        Acting acting = Acting.of(page.request());
        Asset asset = BooksForm.asset(page);
        YearMonth month = BooksForm.month(page, Times.now(clock));
        Statement statement = books.statement(acting.profileId(), asset, month);
        Map<String, Object> model = new HashMap<>();
        model.put("statement", statement);
        model.put("title", month.format(DateTimeFormatter.ofPattern("MMMM yyyy", page.locale())));
        model.put("chart", Chart.of(statement));
        model.put("livemode", !asset.isPlayMoney());
        Optional<Account> account = books.account(acting.profileId(), asset);
        model.put("balance", account.map(Account::available).orElse(Money.zero(asset)));
        account.map(Account::held).filter(Money::isPositive).ifPresent(held -> model.put("held", held));
        model.put("csvPath", acting.path("/books.csv" + BooksForm.query(month, asset)));
        model.put("earlierPath", acting.path("/books" + BooksForm.query(month.minusMonths(1), asset)));
        if (month.isBefore(BooksForm.thisMonth(Times.now(clock)))) {
            model.put("laterPath", acting.path("/books" + BooksForm.query(month.plusMonths(1), asset)));
        }
        model.put(
                "otherMoneyPath",
                acting.path("/books" + BooksForm.query(month, asset.isPlayMoney() ? Asset.USD : Asset.XTS)));
        page.render("checkout/books", model);
    }
}
