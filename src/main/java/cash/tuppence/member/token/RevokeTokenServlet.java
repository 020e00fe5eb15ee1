package cash.tuppence.member.token;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.Viewer;
import cash.tuppence.member.api.AccessTokens;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;

/** {@code /settings/security/tokens/ID/revoke}. A token that is gone already is no fault. */
public final class RevokeTokenServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    private final transient AccessTokens tokens;

    public RevokeTokenServlet(Pages pages, AccessTokens tokens) {
        super(pages);
        this.tokens = tokens;
    }

    @Override
    protected void post(Page page) {
        tokens.revoke(Viewer.required(page.request()).memberId(), id(page));
        page.redirect(TokensServlet.PATH);
    }

    private static long id(Page page) {
        String text = page.variable("id");
        if (!text.matches("[0-9]{1,18}")) {
            throw new Refusal(Reason.NOT_FOUND);
        }
        return Long.parseLong(text);
    }
}
