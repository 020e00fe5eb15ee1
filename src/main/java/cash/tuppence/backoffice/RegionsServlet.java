package cash.tuppence.backoffice;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.Viewer;
import cash.tuppence.member.region.RegionState;
import cash.tuppence.member.region.Regions;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /backoffice/regions}: where people are admitted from. One region is opened or closed at a time. */
public final class RegionsServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String PATH = "/backoffice/regions";
    private static final String TEMPLATE = "backoffice/regions";
    private static final int MOST_REASON = 280;

    private final transient Regions regions;

    public RegionsServlet(Pages pages, Regions regions) {
        super(pages);
        this.regions = regions;
    }

    @Override
    protected void get(Page page) throws IOException {
        page.render(TEMPLATE, model(page), page.form());
    }

    @Override
    protected void post(Page page) throws IOException {
        Form form = page.form();
        Optional<RegionState> region = form.read("code", this::find);
        boolean opens = form.read("action", RegionsServlet::opens).orElse(false);
        String reason = opens ? form.optionalLine("reason", MOST_REASON) : form.line("reason", MOST_REASON);
        if (form.faulty()) {
            page.again(TEMPLATE, model(page), form);
            return;
        }
        String code = region.orElseThrow().code();
        regions.set(code, opens, reason, Viewer.required(page.request()).memberId());
        page.redirect(PATH + "?done=" + code);
    }

    private RegionState find(String code) {
        return regions.find(code).orElseThrow(() -> new Refusal(Reason.INVALID));
    }

    private static boolean opens(String action) {
        return switch (action) {
            case "open" -> true;
            case "close" -> false;
            default -> throw new Refusal(Reason.INVALID);
        };
    }

    private Map<String, Object> model(Page page) {
        List<RegionState> all = regions.all();
        Map<String, Object> model = new HashMap<>();
        model.put("regions", all);
        model.put("openCount", all.stream().filter(RegionState::open).count());
        all.stream()
                .filter(region -> region.code().equals(page.parameter("done")))
                .findFirst()
                .ifPresent(region -> model.put("flash", region.name() + (region.open() ? " is open." : " is closed.")));
        return model;
    }
}
