package cash.tuppence.member.confirm;

import cash.tuppence.member.Viewer;
import cash.tuppence.web.RateLimits;
import cash.tuppence.web.RateLimits.Limit;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.time.Duration;

/** {@code /settings/email/confirmation}: sends the mail with the link once more, or forgets the address that waits for it. */
public final class ConfirmAgainServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final Limit BY_MEMBER = new Limit("confirmation by member", 4, Duration.ofHours(1)).onAllNodes();

    private final transient Addresses addresses;
    private final transient RateLimits limits;

    public ConfirmAgainServlet(Pages pages, Addresses addresses, RateLimits limits) {
        super(pages);
        this.addresses = addresses;
        this.limits = limits;
    }

    @Override
    protected void post(Page page) {
        long memberId = Viewer.required(page.request()).memberId();
        if (page.parameter("action").equals("forget")) {
            addresses.forgetChange(memberId);
            page.redirect(EmailServlet.PATH);
            return;
        }
        limits.take(BY_MEMBER, String.valueOf(memberId));
        addresses.askAgain(memberId);
        page.redirect(EmailServlet.PATH + "?done=sent");
    }
}
