package cash.tuppence.member.security;

import cash.tuppence.member.Viewer;
import cash.tuppence.member.notice.Notices;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code /settings/security}: what keeps one's wallet safe, and what happened to that last. */
public final class SecurityServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final int LATEST = 10;

    private final transient List<SecurityPart> parts;
    private final transient Notices notices;

    public SecurityServlet(Pages pages, List<SecurityPart> parts, Notices notices) {
        super(pages);
        this.parts = List.copyOf(parts);
        this.notices = notices;
    }

    @Override
    protected void get(Page page) throws IOException {
        Viewer viewer = Viewer.required(page.request());
        Map<String, Object> model = new HashMap<>();
        model.put(
                "rows",
                parts.stream().map(part -> part.row(viewer, page.locale())).toList());
        model.put("notices", notices.latest(viewer.memberId(), LATEST, page.locale()));
        if (page.parameter("done").equals("password")) {
            model.put("flash", "Your new password is set. All other devices are signed out.");
        }
        page.render("settings/security", model);
    }
}
