package cash.tuppence.wallet.activity;

import cash.tuppence.core.Money;
import cash.tuppence.wallet.Holder;
import cash.tuppence.web.SafeCell;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** {@code /activity.csv}, for a business too: the same as the page, all of it, for a spreadsheet. */
public final class ActivityCsvServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final int AT_A_TIME = 500;
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader("id", "time", "direction", "state", "name", "handle", "amount", "currency", "message")
            .get();

    private final transient Activity activity;

    public ActivityCsvServlet(Pages pages, Activity activity) {
        super(pages);
        this.activity = activity;
    }

    @Override
    protected void get(Page page) throws IOException {
        Form form = page.form();
        ActivityFilter filter = ActivityForm.read(form);
        form.faults().throwIfAny();
        long profileId = Holder.of(page.request()).profileId();
        HttpServletResponse response = page.response();
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"activity.csv\"");
        response.setHeader("Cache-Control", "no-store");
        print(new CSVPrinter(response.getWriter(), FORMAT), profileId, filter);
    }

    private void print(CSVPrinter csv, long profileId, ActivityFilter filter) throws IOException {
        List<ActivityRow> rows = activity.list(profileId, filter, Long.MAX_VALUE, AT_A_TIME);
        while (!rows.isEmpty()) {
            for (ActivityRow row : rows) {
                print(csv, row);
            }
            long last = rows.get(rows.size() - 1).position();
            rows = rows.size() < AT_A_TIME ? List.of() : activity.list(profileId, filter, last, AT_A_TIME);
        }
        csv.flush();
    }

    private static void print(CSVPrinter csv, ActivityRow row) throws IOException {
        Money amount = row.incoming() ? row.amount() : row.amount().negated();
        csv.printRecord(
                row.publicId(),
                row.at(),
                row.incoming() ? "in" : "out",
                row.state().name().toLowerCase(Locale.ROOT),
                SafeCell.of(row.name()),
                row.handle(),
                amount.toDecimal(),
                row.asset(),
                SafeCell.of(row.message()));
    }
}
