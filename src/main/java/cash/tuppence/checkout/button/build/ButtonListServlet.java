package cash.tuppence.checkout.button.build;

import cash.tuppence.business.frame.Acting;
import cash.tuppence.checkout.button.Button;
import cash.tuppence.checkout.button.ButtonQuery;
import cash.tuppence.core.PublicId;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code /business/HANDLE/buttons}: all of them, newest first. */
public final class ButtonListServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 30;

    private final transient Workshop workshop;

    public ButtonListServlet(Pages pages, Workshop workshop) {
        super(pages);
        this.workshop = workshop;
    }

    @Override
    protected void get(Page page) throws IOException {
        Acting acting = Acting.of(page.request());
        boolean livemode = Workshop.isLive(page.form());
        List<Button> found =
                workshop.buttons().list(new ButtonQuery(acting.profileId(), livemode, null, before(page), MOST + 1));
        List<Button> shown = found.subList(0, Math.min(MOST, found.size()));
        Map<String, Object> model = new HashMap<>();
        model.put("buttons", shown.stream().map(ButtonItem::of).toList());
        model.put("livemode", livemode);
        workshop.putGivePage(model, acting);
        if (found.size() > MOST) {
            model.put("older", shown.get(MOST - 1).id().text());
        }
        page.render("checkout/button-list", model);
    }

    private static long before(Page page) {
        return PublicId.parse(Button.PREFIX, page.parameter("before"))
                .map(PublicId::key)
                .orElse(Long.MAX_VALUE);
    }
}
