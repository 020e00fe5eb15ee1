package cash.tuppence.member.password;

import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;

/** {@code /.well-known/change-password}: where password managers look for the page (W3C, A Well-Known URL for Changing Passwords). */
public final class ChangePasswordServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    public ChangePasswordServlet(Pages pages) {
        super(pages);
    }

    @Override
    protected void get(Page page) {
        page.redirect(PasswordServlet.PATH);
    }
}
