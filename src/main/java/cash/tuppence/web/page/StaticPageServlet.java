package cash.tuppence.web.page;

import java.io.IOException;
import java.util.Map;

/** A page that says the same to everybody. */
public final class StaticPageServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    private final String template;
    private final transient Map<String, ?> model;

    public StaticPageServlet(Pages pages, String template, Map<String, ?> model) {
        super(pages);
        this.template = template;
        this.model = Map.copyOf(model);
    }

    @Override
    protected void get(Page page) throws IOException {
        page.render(template, model);
    }
}
