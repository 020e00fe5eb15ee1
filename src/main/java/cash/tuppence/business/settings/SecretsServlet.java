package cash.tuppence.business.settings;

import cash.tuppence.business.RedirectSecret;
import cash.tuppence.business.RedirectSecrets;
import cash.tuppence.business.frame.Acting;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** {@code /business/HANDLE/settings/secrets}: what a shop checks the way back with. It is shown to who asks for it. */
public final class SecretsServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String TEMPLATE = "business/secrets";
    private static final int UNPROCESSABLE = 422;

    private final transient RedirectSecrets secrets;

    public SecretsServlet(Pages pages, RedirectSecrets secrets) {
        super(pages);
        this.secrets = secrets;
    }

    @Override
    protected void get(Page page) throws IOException {
        page.render(TEMPLATE, Map.of());
    }

    /** By form and not by link, so that no other site can make it appear, and no cache keeps it. */
    @Override
    protected void post(Page page) throws IOException {
        boolean livemode = page.parameter("mode").equals("live");
        if (!livemode && !page.parameter("mode").equals("test")) {
            page.render(UNPROCESSABLE, TEMPLATE, Map.of());
            return;
        }
        long profileId = Acting.of(page.request()).profileId();
        switch (page.parameter("action")) {
            case "show" -> show(page, livemode, secrets.show(profileId, livemode), false);
            case "replace" -> {
                secrets.replace(profileId, livemode);
                show(page, livemode, secrets.of(profileId, livemode), true);
            }
            default -> throw new Refusal(Reason.BAD_REQUEST);
        }
    }

    private void show(Page page, boolean livemode, RedirectSecret secret, boolean replaced) throws IOException {
        Map<String, Object> model = new HashMap<>();
        model.put("mode", livemode ? "live" : "test");
        model.put("secret", secret.text());
        if (replaced) {
            model.put("flash", "The secret was replaced. The old one is good for nothing any more.");
        }
        page.render(TEMPLATE, model);
    }
}
