package cash.tuppence.business.start;

import cash.tuppence.business.BusinessForm;
import cash.tuppence.business.Businesses;
import cash.tuppence.business.NewBusiness;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.Handles;
import cash.tuppence.member.Viewer;
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

/** {@code /business/new}: add a business. Whoever adds it owns it. */
public final class NewBusinessServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String TEMPLATE = "business/new";
    private static final Limit BY_MEMBER = new Limit("businesses by member", 20, Duration.ofDays(1));

    private final transient Businesses businesses;
    private final transient RateLimits limits;

    public NewBusinessServlet(Pages pages, Businesses businesses, RateLimits limits) {
        super(pages);
        this.businesses = businesses;
        this.limits = limits;
    }

    @Override
    protected void get(Page page) throws IOException {
        page.render(TEMPLATE, model(page));
    }

    @Override
    protected void post(Page page) throws IOException {
        Form form = page.form();
        NewBusiness business = read(form);
        if (form.faulty()) {
            page.again(TEMPLATE, model(page), form);
            return;
        }
        long memberId = Viewer.required(page.request()).memberId();
        try {
            limits.take(BY_MEMBER, Long.toString(memberId));
            businesses.create(business, memberId);
        } catch (Refusal refusal) {
            page.again(TEMPLATE, model(page), form, refusal);
            return;
        }
        page.redirect(page.next().orElse("/business/" + business.handle()));
    }

    /** Whoever came from elsewhere goes on there. */
    private static Map<String, Object> model(Page page) {
        Map<String, Object> model = new HashMap<>();
        page.next().ifPresent(next -> model.put("next", next));
        return model;
    }

    private static NewBusiness read(Form form) {
        return new NewBusiness(
                form.read("handle", Handles::choose).orElse(""),
                BusinessForm.name(form),
                BusinessForm.about(form),
                BusinessForm.address(form),
                BusinessForm.contactEmail(form));
    }
}
