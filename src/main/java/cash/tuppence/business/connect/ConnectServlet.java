package cash.tuppence.business.connect;

import cash.tuppence.business.frame.Acting;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.Viewer;
import cash.tuppence.web.RateLimits;
import cash.tuppence.web.RateLimits.Limit;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /business/connect}: a store's program asks for a key of its own, and a member says yes or no. Whatever is wrong
 * with the asking is shown here: an address that was not checked is never led to.
 */
public final class ConnectServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String TEMPLATE = "business/connect";
    private static final String WRONG = "business/connect-wrong";
    private static final Limit BY_MEMBER = new Limit("connections by member", 60, Duration.ofHours(1));

    private final transient ConnectPage shown;
    private final transient Connections connections;
    private final transient RateLimits limits;

    public ConnectServlet(Pages pages, ConnectPage shown, Connections connections, RateLimits limits) {
        super(pages);
        this.shown = shown;
        this.connections = connections;
        this.limits = limits;
    }

    @Override
    protected void get(Page page) throws IOException {
        Form form = page.form();
        Optional<Wish> wish = new WishForm(page.request(), form).read();
        Optional<Viewer> viewer = Viewer.of(page.request());
        if (wish.isEmpty()) {
            page.again(WRONG, Map.of(), form);
        } else if (viewer.isEmpty()) {
            askToSignIn(page, wish.get());
        } else {
            allowLeaving(page, wish.get());
            page.render(TEMPLATE, shown.model(wish.get(), viewer.get()));
        }
    }

    @Override
    protected void post(Page page) throws IOException {
        Form form = page.form();
        Optional<Wish> wish = new WishForm(page.request(), form).read();
        Optional<Viewer> viewer = Viewer.of(page.request());
        if (wish.isEmpty()) {
            page.again(WRONG, Map.of(), form);
        } else if (viewer.isEmpty()) {
            askToSignIn(page, wish.get());
        } else {
            answer(page, form, wish.get(), viewer.get());
        }
    }

    private void answer(Page page, Form form, Wish wish, Viewer viewer) throws IOException {
        switch (form.raw("action")) {
            case "accept" -> accept(page, form, wish, viewer);
            case "decline" -> page.redirectOutside(wish.declined());
            default -> throw new Refusal(Reason.BAD_REQUEST);
        }
    }

    private void accept(Page page, Form form, Wish wish, Viewer viewer) throws IOException {
        String code;
        try {
            limits.take(BY_MEMBER, Long.toString(viewer.memberId()));
            code = agree(form, wish, viewer);
        } catch (Refusal refusal) {
            allowLeaving(page, wish);
            page.again(TEMPLATE, shown.model(wish, viewer), form, refusal);
            return;
        }
        page.redirectOutside(wish.withCode(code));
    }

    private String agree(Form form, Wish wish, Viewer viewer) {
        ConnectPage.Choice choice = shown.choice(wish, viewer, form.raw("business"))
                .orElseThrow(() -> new Refusal(Reason.MISSING).on("business"));
        boolean registers = form.ticked("register") && !choice.registered();
        if (registers && !Acting.mayFor(choice.profileId(), "origins", "write")) {
            throw new Refusal(Reason.ROLE_FORBIDS).on("register");
        }
        return connections.agree(wish, choice.profileId(), viewer.memberId(), registers);
    }

    /** To the program's site, which may lead onward. */
    private static void allowLeaving(Page page, Wish wish) {
        page.allowFormTargets("https:", wish.origin().text());
    }

    private static void askToSignIn(Page page, Wish wish) {
        page.redirect("/login?next=" + URLEncoder.encode(wish.path(), StandardCharsets.UTF_8));
    }
}
