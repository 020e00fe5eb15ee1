package cash.tuppence.checkout.merchant;

import cash.tuppence.business.frame.Acting;
import cash.tuppence.checkout.Checkout;
import cash.tuppence.checkout.CheckoutQuery;
import cash.tuppence.checkout.Checkouts;
import cash.tuppence.core.Money;
import cash.tuppence.member.Profiles;
import cash.tuppence.web.SafeCell;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** {@code /business/HANDLE/checkouts.csv}: the same as the page, all of it, for a spreadsheet. */
public final class CheckoutsCsv extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final int AT_A_TIME = 500;
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "id",
                    "created_at",
                    "state",
                    "reference",
                    "description",
                    "amount",
                    "captured",
                    "refunded",
                    "currency",
                    "paid_at",
                    "payer",
                    "payer_handle",
                    "customer_email")
            .get();

    private final transient Checkouts checkouts;
    private final transient CheckoutSearch search;
    private final transient Payers payers;

    public CheckoutsCsv(Pages pages, Checkouts checkouts, Profiles profiles, InstantSource clock) {
        super(pages);
        this.checkouts = checkouts;
        this.search = new CheckoutSearch(profiles, clock);
        this.payers = new Payers(profiles);
    }

    @Override
    protected void get(Page page) throws IOException {
        Form form = page.form();
        CheckoutQuery query = search.read(form, Acting.of(page.request()).profileId(), AT_A_TIME)
                .before(Long.MAX_VALUE);
        form.faults().throwIfAny();
        HttpServletResponse response = page.response();
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"checkouts.csv\"");
        response.setHeader("Cache-Control", "no-store");
        print(new CSVPrinter(response.getWriter(), FORMAT), query);
    }

    private void print(CSVPrinter csv, CheckoutQuery query) throws IOException {
        List<Checkout> found = checkouts.list(query);
        while (!found.isEmpty()) {
            for (CheckoutView row : payers.views(found)) {
                print(csv, row);
            }
            long last = found.get(found.size() - 1).id().key();
            found = found.size() < AT_A_TIME ? List.of() : checkouts.list(query.before(last));
        }
        csv.flush();
    }

    private static void print(CSVPrinter csv, CheckoutView row) throws IOException {
        csv.printRecord(
                row.id(),
                row.createdAt(),
                row.state(),
                SafeCell.of(row.reference()),
                SafeCell.of(row.description()),
                decimal(row.amount()),
                decimal(row.captured()),
                decimal(row.refunded()),
                row.amount().asset().code(),
                row.paidAt(),
                row.payer() == null ? "" : SafeCell.of(row.payer().name()),
                row.payer() == null ? "" : row.payer().handle(),
                row.customerEmail() == null ? "" : SafeCell.of(row.customerEmail()));
    }

    private static String decimal(Money money) {
        return money.toDecimal();
    }
}
