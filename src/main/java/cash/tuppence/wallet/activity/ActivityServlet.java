package cash.tuppence.wallet.activity;

import cash.tuppence.wallet.Holder;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code /activity}, for a business too: everything that happened, a page at a time. */
public final class ActivityServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String PATH = "/activity";
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
        Holder holder = Holder.of(page.request());
        Map<String, Object> model = model(page, holder, filter, form);
        String template = holder.template("activity");
        if (form.faulty()) {
            page.again(template, model, form);
        } else {
            page.render(template, model, form);
        }
    }

    private Map<String, Object> model(Page page, Holder holder, ActivityFilter filter, Form form) {
        List<ActivityRow> rows = activity.list(holder.profileId(), filter, before(page), PAGE + 1);
        List<ActivityRow> shown = rows.subList(0, Math.min(PAGE, rows.size()));
        String query = ActivityForm.query(form);
        Map<String, Object> model = new HashMap<>();
        model.put("rows", RowView.of(shown));
        model.put("holder", holder);
        model.put("csvPath", holder.path() + "/activity.csv" + query);
        if (rows.size() > PAGE) {
            String last = "before=" + shown.get(PAGE - 1).position();
            model.put("olderPath", holder.path() + PATH + (query.isEmpty() ? "?" : query + "&") + last);
        }
        return model;
    }

    private static long before(Page page) {
        String given = page.parameter("before");
        return given.matches("[0-9]{1,18}") ? Long.parseLong(given) : Long.MAX_VALUE;
    }
}
