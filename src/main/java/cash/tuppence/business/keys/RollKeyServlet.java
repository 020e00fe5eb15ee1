package cash.tuppence.business.keys;

import cash.tuppence.business.frame.Acting;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** {@code /business/HANDLE/keys/ID/roll}: a new key in place of one that ends at once, or after a while. */
public final class RollKeyServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final Map<String, Duration> GRACES =
            Map.of("now", Duration.ZERO, "hour", Duration.ofHours(1), "day", Duration.ofDays(1));

    private final transient ApiKeys keys;
    private final transient KeysPage shown;

    public RollKeyServlet(Pages pages, ApiKeys keys) {
        super(pages);
        this.keys = keys;
        this.shown = new KeysPage(keys);
    }

    @Override
    protected void post(Page page) throws IOException {
        long id = KeysPage.id(page);
        Duration grace = GRACES.get(page.parameter("ends"));
        if (grace == null) {
            throw new Refusal(Reason.BAD_REQUEST);
        }
        Acting acting = Acting.of(page.request());
        String made;
        try {
            made = keys.roll(
                    acting.profileId(),
                    id,
                    grace,
                    acting.memberId(),
                    permissions -> KeysPage.requireMayGive(acting, permissions));
        } catch (Refusal refusal) {
            if (refusal.reason() != Reason.KEY_BEYOND_ROLE) {
                throw refusal;
            }
            page.again(KeysPage.TEMPLATE, shown.model(page), page.form(), new Refusal(Reason.KEY_BEYOND_ROLE));
            return;
        }
        page.render(KeysPage.TEMPLATE, shown.model(page, made));
    }
}
