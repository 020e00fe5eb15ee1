package cash.tuppence.wallet.activity;

import cash.tuppence.member.Viewer;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code /activity}: everything that happened, a page at a time. */
public final class ActivityServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String PATH = "/activity";
    private static final String TEMPLATE = "wallet/activity";
    private static final int PAGE = 25;

    private final transient Activity activity;

    public ActivityServlet(Pages pages, Activity activity) {
        super(pages);
        this.activity = activity;
    }

    @Override
    protected void get(Page page) throws IOException {
        Form form = page.form();
        ActivityFilter filter = ActivityForm.read(form);
        Map<String, Object> model = model(page, filter, form);
        if (form.faulty()) {
            page.again(TEMPLATE, model, form);
        } else {
            page.render(TEMPLATE, model, form);
        }
    }

    private Map<String, Object> model(Page page, ActivityFilter filter, Form form) {
        long profileId = Viewer.required(page.request()).profileId();
        List<ActivityRow> rows = activity.list(profileId, filter, before(page), PAGE + 1);
        List<ActivityRow> shown = rows.subList(0, Math.min(PAGE, rows.size()));
        String query = ActivityForm.query(form);
        Map<String, Object> model = new HashMap<>();
        model.put("rows", RowView.of(shown));
        model.put("csvPath", "/activity.csv" + query);
        if (rows.size() > PAGE) {
            String last = "before=" + shown.get(PAGE - 1).position();
            model.put("olderPath", PATH + (query.isEmpty() ? "?" : query + "&") + last);
        }
        return model;
    }

    private static long before(Page page) {
        String given = page.parameter("before");
        return given.matches("[0-9]{1,18}") ? Long.parseLong(given) : Long.MAX_VALUE;
    }
}
