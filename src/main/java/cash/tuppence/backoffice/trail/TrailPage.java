package cash.tuppence.backoffice.trail;

import cash.tuppence.db.Transactions;
import cash.tuppence.member.Profiles;
import cash.tuppence.trail.TrailQuery;
import cash.tuppence.trail.TrailRow;
import cash.tuppence.trail.TrailSearch;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code /backoffice/trail}: who did what, newest first, a page at a time. */
final class TrailPage extends PageServlet {
    static final String PATH = "/backoffice/trail";

    private static final long serialVersionUID = 1L;
    private static final String TEMPLATE = "backoffice/trail";
    private static final int AT_A_TIME = 50;

    private final transient TrailSearch search;
    private final transient Names names;
    private final transient TrailForm reader;

    TrailPage(Pages pages, Transactions transactions, Profiles profiles) {
        super(pages);
        search = new TrailSearch(transactions);
        names = new Names(transactions, profiles);
        reader = new TrailForm(names);
    }

    @Override
    protected void get(Page page) throws IOException {
        Form form = page.form();
        TrailQuery query = reader.read(form, AT_A_TIME + 1);
        Map<String, Object> model = model(form, query);
        if (form.faulty()) {
            page.again(TEMPLATE, model, form);
        } else {
            page.render(TEMPLATE, model, form);
        }
    }

    private Map<String, Object> model(Form form, TrailQuery query) {
        List<TrailRow> found = form.faulty() ? List.of() : search.find(query);
        List<TrailRow> shown = found.subList(0, Math.min(AT_A_TIME, found.size()));
        String asked = TrailForm.query(form);
        Map<String, Object> model = new HashMap<>();
        model.put("rows", TrailView.of(shown, names));
        model.put("verbs", TrailSearch.verbs());
        model.put("csvPath", PATH + ".csv" + asked);
        if (found.size() > AT_A_TIME) {
            String last = "before=" + shown.get(AT_A_TIME - 1).seq();
            model.put("olderPath", PATH + (asked.isEmpty() ? "?" : asked + "&") + last);
        }
        return model;
    }
}
