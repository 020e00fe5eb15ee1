package cash.tuppence.member.notification;

import cash.tuppence.member.Viewer;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** {@code /settings/notifications}: which mails one wants. */
public final class NotificationsServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String PATH = "/settings/notifications";

    private final transient Notifications notifications;

    public NotificationsServlet(Pages pages, Notifications notifications) {
        super(pages);
        this.notifications = notifications;
    }

    @Override
    protected void get(Page page) throws IOException {
        Map<String, Object> model = new HashMap<>();
        Set<Notification> wanted =
                notifications.of(Viewer.required(page.request()).memberId());
        for (Notification kind : Notification.values()) {
            model.put(kind.field(), wanted.contains(kind));
        }
        if (page.parameter("done").equals("saved")) {
            model.put("flash", "Saved.");
        }
        page.render("settings/notifications", model);
    }

    @Override
    protected void post(Page page) {
        Form form = page.form();
        Set<Notification> wanted = EnumSet.noneOf(Notification.class);
        for (Notification kind : Notification.values()) {
            if (form.ticked(kind.field())) {
                wanted.add(kind);
            }
        }
        notifications.choose(Viewer.required(page.request()).memberId(), wanted);
        page.redirect(PATH + "?done=saved");
    }
}
