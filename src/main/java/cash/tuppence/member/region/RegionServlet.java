package cash.tuppence.member.region;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.Emails;
import cash.tuppence.web.RateLimits;
import cash.tuppence.web.RateLimits.Limit;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@code /regions/CODE}: whether people are admitted from there, why not, and a place to leave an address meanwhile. */
public final class RegionServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String TEMPLATE = "member/region";
    private static final Limit BY_ADDRESS = new Limit("waiting by address", 20, Duration.ofHours(1));

    private final transient Regions regions;
    private final transient RateLimits limits;

    public RegionServlet(Pages pages, Regions regions, RateLimits limits) {
        super(pages);
        this.regions = regions;
        this.limits = limits;
    }

    @Override
    protected void get(Page page) throws IOException {
        page.render(TEMPLATE, model(page, region(page)));
    }

    /** Whoever waits already is not told so: the page knows of nobody's address. */
    @Override
    protected void post(Page page) throws IOException {
        RegionState region = region(page);
        Form form = page.form();
        Optional<String> email = form.read("email", Emails::parse);
        if (email.isEmpty() || region.open()) {
            page.again(TEMPLATE, model(page, region), form);
            return;
        }
        limits.take(BY_ADDRESS, page.address());
        regions.await(region, email.get());
        page.redirect("/regions/" + region.code() + "?done=yes");
    }

    private RegionState region(Page page) {
        return regions.find(page.variable("code")).orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
    }

    private static Map<String, Object> model(Page page, RegionState region) {
        Map<String, Object> model = new HashMap<>();
        model.put("region", region);
        model.put("done", page.parameter("done").equals("yes"));
        return model;
    }
}
