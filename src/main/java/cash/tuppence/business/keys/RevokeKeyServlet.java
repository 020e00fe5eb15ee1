package cash.tuppence.business.keys;

import cash.tuppence.business.frame.Acting;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;

/** {@code /business/HANDLE/keys/ID/revoke}. A key that is gone already is no fault. */
public final class RevokeKeyServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    private final transient ApiKeys keys;

    public RevokeKeyServlet(Pages pages, ApiKeys keys) {
        super(pages);
        this.keys = keys;
    }

    @Override
    protected void post(Page page) {
        Acting acting = Acting.of(page.request());
        keys.revoke(acting.profileId(), KeysPage.id(page));
        page.redirect(acting.path(KeysPage.PATH));
    }
}
