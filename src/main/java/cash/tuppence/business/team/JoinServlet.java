package cash.tuppence.business.team;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.Viewer;
import cash.tuppence.web.RateLimits;
import cash.tuppence.web.RateLimits.Limit;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@code /business/join/TOKEN}: what one is invited to. Whoever has the link may see it, and accept once signed in. */
public final class JoinServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String TEMPLATE = "business/join";
    private static final Limit WRONG_TOKENS = new Limit("team invitations", 20, Duration.ofMinutes(10)).onAllNodes();

    private final transient Invitations invitations;
    private final transient RateLimits limits;

    public JoinServlet(Pages pages, Invitations invitations, RateLimits limits) {
        super(pages);
        this.invitations = invitations;
        this.limits = limits;
    }

    @Override
    protected void get(Page page) throws IOException {
        page.render(TEMPLATE, model(page, find(page)));
    }

    @Override
    protected void post(Page page) throws IOException {
        Invitations.Invited invited = find(page);
        Optional<Viewer> viewer = Viewer.of(page.request());
        if (viewer.isEmpty()) {
            page.redirect("/login?next=" + path(page));
            return;
        }
        try {
            invitations.accept(page.variable("token"), viewer.get());
        } catch (Refusal refusal) {
            if (refusal.reason() != Reason.TEAM_MEMBER_ALREADY) {
                throw refusal;
            }
            page.again(TEMPLATE, model(page, invited), page.form(), refusal);
            return;
        }
        page.redirect("/business/" + invited.business().handle());
    }

    private Invitations.Invited find(Page page) {
        limits.check(WRONG_TOKENS, page.network());
        Optional<Invitations.Invited> invited = invitations.find(page.variable("token"));
        if (invited.isEmpty()) {
            limits.count(WRONG_TOKENS, page.network());
        }
        return invited.orElseThrow(() -> new Refusal(Reason.TEAM_INVITATION_UNKNOWN));
    }

    private static Map<String, Object> model(Page page, Invitations.Invited invited) {
        Map<String, Object> model = new HashMap<>();
        model.put("name", invited.business().name());
        model.put("handle", invited.business().handle());
        model.put("role", invited.role().text());
        model.put("inviter", invited.inviter());
        model.put("next", path(page));
        return model;
    }

    private static String path(Page page) {
        return Invitations.PATH + page.variable("token");
    }
}
