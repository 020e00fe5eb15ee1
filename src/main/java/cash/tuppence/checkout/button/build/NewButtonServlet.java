package cash.tuppence.checkout.button.build;

import cash.tuppence.business.frame.Acting;
import cash.tuppence.checkout.button.Button;
import cash.tuppence.checkout.button.ButtonKind;
import cash.tuppence.checkout.button.ButtonWish;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** {@code /business/HANDLE/buttons/new}: the builder. */
public final class NewButtonServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String TEMPLATE = "checkout/button-builder";

    private final transient Workshop workshop;

    public NewButtonServlet(Pages pages, Workshop workshop) {
        super(pages);
        this.workshop = workshop;
    }

    @Override
    protected void get(Page page) throws IOException {
        Map<String, Object> model = workshop.model(Acting.of(page.request()));
        model.put("form", ButtonForm.empty(ButtonKind.find(page.parameter("kind"))));
        page.render(TEMPLATE, model);
    }

    /** Makes it, or shows only what it would look like. */
    @Override
    protected void post(Page page) throws IOException {
        Acting acting = Acting.of(page.request());
        Form form = page.form();
        Optional<ButtonWish> wish = workshop.wish(form, acting);
        if (wish.isEmpty()) {
            page.again(TEMPLATE, workshop.model(acting), form);
        } else if (form.raw("action").equals("preview")) {
            Map<String, Object> model = workshop.model(acting);
            workshop.putSnippet(model, page, wish.get());
            page.render(TEMPLATE, model, form);
        } else {
            Button made = workshop.create(acting, Workshop.isLive(form), wish.get());
            page.redirect(acting.path("/buttons/" + made.id().text()) + "?made=1");
        }
    }
}
