package cash.tuppence.member.session;

import cash.tuppence.member.Viewer;
import cash.tuppence.member.signin.SignIn;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** {@code /settings/security/sessions}: where somebody is signed in, and signing out there, or everywhere. */
public final class SessionsServlet extends PageServlet {
    public static final String PATH = "/settings/security/sessions";

    private static final long serialVersionUID = 1L;
    private static final String TEMPLATE = "settings/sessions";

    private final transient SignedIn signedIn;
    private final transient SignIn signIn;

    public SessionsServlet(Pages pages, SignedIn signedIn, SignIn signIn) {
        super(pages);
        this.signedIn = signedIn;
        this.signIn = signIn;
    }

    @Override
    protected void get(Page page) throws IOException {
        long memberId = Viewer.required(page.request()).memberId();
        Map<String, Object> model = new HashMap<>();
        model.put("places", signedIn.of(memberId));
        model.put("here", signIn.current(page.request()).orElseThrow());
        if (page.parameter("done").equals("yes")) {
            model.put("flash", "Signed out there.");
        }
        page.render(TEMPLATE, model);
    }

    @Override
    protected void post(Page page) {
        long memberId = Viewer.required(page.request()).memberId();
        switch (page.parameter("action")) {
            case "everywhere" -> everywhere(page, memberId);
            case "elsewhere" -> elsewhere(page, memberId);
            default -> there(page, memberId);
        }
    }

    private void everywhere(Page page, long memberId) {
        signedIn.endAll(session -> signIn.endSessions(session, memberId, OptionalLong.empty()));
        signIn.signOut();
        page.redirect("/");
    }

    private void elsewhere(Page page, long memberId) {
        OptionalLong here = signIn.current(page.request());
        signedIn.endAll(session -> signIn.endSessions(session, memberId, here));
        page.redirect(PATH + "?done=yes");
    }

    /** What is no number of ours is over already, as far as anybody can tell. */
    private void there(Page page, long memberId) {
        String place = page.parameter("place");
        if (place.matches("[0-9]{1,18}")) {
            signedIn.end(memberId, Long.parseLong(place));
        }
        page.redirect(PATH + "?done=yes");
    }
}
