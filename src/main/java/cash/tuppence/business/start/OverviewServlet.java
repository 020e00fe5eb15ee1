package cash.tuppence.business.start;

import cash.tuppence.business.frame.Acting;
import cash.tuppence.core.Asset;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** {@code /business/HANDLE}: how things stand, and what to do next. */
public final class OverviewServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    private final transient Takings takings;
    private final transient FirstSteps steps;
    private final transient List<Attention> attentions;

    public OverviewServlet(Pages pages, Takings takings, FirstSteps steps, List<Attention> attentions) {
        super(pages);
        this.takings = takings;
        this.steps = steps;
        this.attentions = List.copyOf(attentions);
    }

    @Override
    protected void get(Page page) throws IOException {
        Acting acting = Acting.of(page.request());
        List<Notice> notices = attentions.stream()
                .flatMap(attention -> attention.of(acting).stream())
                .toList();
        List<FirstSteps.Step> firstSteps = steps.of(acting);
        page.render(
                "business/overview",
                Map.of(
                        "live",
                        takings.today(acting.profileId(), Asset.USD),
                        "test",
                        takings.today(acting.profileId(), Asset.XTS),
                        "notices",
                        notices,
                        "steps",
                        firstSteps,
                        "begun",
                        firstSteps.stream().allMatch(FirstSteps.Step::done)));
    }
}
