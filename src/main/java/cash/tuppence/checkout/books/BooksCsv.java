package cash.tuppence.checkout.books;

import cash.tuppence.business.frame.Acting;
import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.core.PublicId;
import cash.tuppence.core.Times;
import cash.tuppence.ledger.Account;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.wallet.AddressBook;
import cash.tuppence.wallet.Party;
import cash.tuppence.web.SafeCell;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** {@code /business/HANDLE/books.csv}: a month's entries in order, each with the balance after it. */
public final class BooksCsv extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final int AT_A_TIME = 500;
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader("time", "transfer", "kind", "name", "handle", "amount", "currency", "balance", "message")
            .get();

    private final transient Books books;
    private final transient AddressBook names;
    private final transient InstantSource clock;

    public BooksCsv(Pages pages, Books books, AddressBook names, InstantSource clock) {
        super(pages);
        this.books = books;
        this.names = names;
        this.clock = clock;
    }

    @Override
    protected void get(Page page) throws IOException {
        Asset asset = BooksForm.asset(page);
        YearMonth month = BooksForm.month(page, Times.now(clock));
        Optional<Account> account = books.account(Acting.of(page.request()).profileId(), asset);
        HttpServletResponse response = page.response();
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"books-" + month + ".csv\"");
        response.setHeader("Cache-Control", "no-store");
        CSVPrinter csv = new CSVPrinter(response.getWriter(), FORMAT);
        if (account.isPresent()) {
            print(csv, account.get(), month);
        }
        csv.flush();
    }

    private void print(CSVPrinter csv, Account account, YearMonth month) throws IOException {
        List<BookRow> rows = books.entries(account.id(), month, 0, AT_A_TIME);
        while (!rows.isEmpty()) {
            for (BookRow row : rows) {
                print(csv, row, account.asset());
            }
            long last = rows.get(rows.size() - 1).id();
            rows = rows.size() < AT_A_TIME ? List.of() : books.entries(account.id(), month, last, AT_A_TIME);
        }
    }

    private void print(CSVPrinter csv, BookRow row, Asset asset) throws IOException {
        Party other = row.otherId() == Account.SYSTEM
                ? Party.SYSTEM
                : names.profile(row.otherId()).orElse(Party.GONE);
        csv.printRecord(
                row.createdAt(),
                new PublicId(TransferRow.PREFIX, row.transferId(), row.transferNonce()).text(),
                row.kind().name().toLowerCase(Locale.ROOT),
                SafeCell.of(other.name()),
                other.hasHandle() ? other.handle() : "",
                Money.ofUnits(row.units(), asset).toDecimal(),
                asset.code(),
                Money.ofUnits(row.balanceAfterUnits(), asset).toDecimal(),
                SafeCell.of(row.message()));
    }
}
