package cash.tuppence.backoffice.trail;

import cash.tuppence.db.Transactions;
import cash.tuppence.member.Profiles;
import cash.tuppence.trail.Entry;
import cash.tuppence.trail.Trail;
import cash.tuppence.trail.TrailQuery;
import cash.tuppence.trail.TrailRow;
import cash.tuppence.trail.TrailSearch;
import cash.tuppence.trail.Verb;
import cash.tuppence.web.SafeCell;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** {@code /backoffice/trail.csv}: the same as the page, all of it, for a spreadsheet. Whoever takes it is on record. */
final class TrailCsv extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final int AT_A_TIME = 1_000;
    private static final int LONGEST_QUERY = 1_000;
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader("row", "at", "who", "did", "whom", "what", "before", "after", "address", "request")
            .get();

    private final transient Transactions transactions;
    private final transient TrailSearch search;
    private final transient Names names;
    private final transient TrailForm reader;
    private final transient Trail trail;

    TrailCsv(Pages pages, Transactions transactions, Profiles profiles, Trail trail) {
        super(pages);
        this.transactions = transactions;
        this.trail = trail;
        search = new TrailSearch(transactions);
        names = new Names(transactions, profiles);
        reader = new TrailForm(names);
    }

    @Override
    protected void get(Page page) throws IOException {
        Form form = page.form();
        TrailQuery query = reader.read(form, AT_A_TIME).before(Long.MAX_VALUE);
        form.faults().throwIfAny();
        note(TrailForm.query(form));
        HttpServletResponse response = page.response();
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"trail.csv\"");
        response.setHeader("Cache-Control", "no-store");
        print(new CSVPrinter(response.getWriter(), FORMAT), query);
    }

    private void note(String query) {
        String asked = query.substring(0, Math.min(query.length(), LONGEST_QUERY));
        transactions.execute(session ->
                trail.write(session, Entry.of(Verb.TRAIL_EXPORTED, Entry.NOBODY).to(Map.of("query", asked))));
    }

    private void print(CSVPrinter csv, TrailQuery query) throws IOException {
        List<TrailRow> found = search.find(query);
        while (!found.isEmpty()) {
            for (TrailView row : TrailView.of(found, names)) {
                print(csv, row);
            }
            long last = found.get(found.size() - 1).seq();
            found = found.size() < AT_A_TIME ? List.of() : search.find(query.before(last));
        }
        csv.flush();
    }

    private static void print(CSVPrinter csv, TrailView row) throws IOException {
        csv.printRecord(
                row.seq(),
                row.at(),
                row.who(),
                row.verb(),
                SafeCell.of(row.whom()),
                SafeCell.of(row.what()),
                row.before(),
                row.after(),
                row.address(),
                row.requestId());
    }
}
