package cash.tuppence.business.settings;

import cash.tuppence.business.Origin;
import cash.tuppence.business.Origins;
import cash.tuppence.business.frame.Acting;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** {@code /business/HANDLE/settings/origins}: the sites to which payers are sent back. */
public final class OriginsServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String TEMPLATE = "business/origins";
    private static final String PATH = "/settings/origins";

    private final transient Origins origins;
    private final transient boolean allowsPlain;

    /**
     * @param allowsPlain whether sites without encryption are taken from other machines, too
     */
    public OriginsServlet(Pages pages, Origins origins, boolean allowsPlain) {
        super(pages);
        this.origins = origins;
        this.allowsPlain = allowsPlain;
    }

    @Override
    protected void get(Page page) throws IOException {
        page.render(TEMPLATE, model(page));
    }

    @Override
    protected void post(Page page) throws IOException {
        Form form = page.form();
        long profileId = Acting.of(page.request()).profileId();
        try {
            if (form.raw("action").equals("remove")) {
                origins.remove(profileId, new Origin(form.raw("origin")));
            } else {
                add(profileId, form.raw("origin"));
            }
        } catch (Refusal refusal) {
            page.again(TEMPLATE, model(page), form, refusal.on("origin"));
            return;
        }
        page.redirect(Acting.of(page.request()).path(PATH));
    }

    private void add(long profileId, String typed) {
        if (typed.isBlank()) {
            throw new Refusal(Reason.MISSING);
        }
        Origin origin = Origin.parse(typed).orElseThrow(() -> new Refusal(Reason.ORIGIN_FORM));
        if (!allowsPlain && !origin.isEncrypted() && !origin.isThisMachine()) {
            throw new Refusal(Reason.ORIGIN_PLAIN);
        }
        origins.add(profileId, origin);
    }

    private Map<String, Object> model(Page page) {
        List<String> texts = origins.of(Acting.of(page.request()).profileId()).stream()
                .map(Origin::text)
                .sorted()
                .toList();
        return Map.of("origins", texts);
    }
}
