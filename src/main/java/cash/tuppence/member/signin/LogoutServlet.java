package cash.tuppence.member.signin;

import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;

/** {@code /logout}: by form only, so that no link or picture can do it. */
public final class LogoutServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    private final transient SignIn signIn;

    public LogoutServlet(Pages pages, SignIn signIn) {
        super(pages);
        this.signIn = signIn;
    }

    @Override
    protected void post(Page page) {
        signIn.signOut();
        page.redirect(page.next().orElse("/"));
    }
}
