package cash.tuppence.checkout.button.build;

import cash.tuppence.business.frame.Acting;
import cash.tuppence.checkout.button.Button;
import cash.tuppence.checkout.button.ButtonState;
import cash.tuppence.checkout.button.ButtonWish;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** {@code /business/HANDLE/buttons/{id}}: what to copy, what came of it, and the builder to change it. */
public final class EditButtonServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String TEMPLATE = "checkout/button-builder";

    private final transient Workshop workshop;

    public EditButtonServlet(Pages pages, Workshop workshop) {
        super(pages);
        this.workshop = workshop;
    }

    @Override
    protected void get(Page page) throws IOException {
        Acting acting = Acting.of(page.request());
        Button button = workshop.button(page, acting);
        Map<String, Object> model = model(page, acting, button);
        model.put("form", ButtonForm.filled(button));
        if (!page.parameter("made").isEmpty()) {
            model.put("flash", "Your button is made. Copy the two lines below into your page.");
        } else if (!page.parameter("saved").isEmpty()) {
            model.put("flash", "Saved. Whoever has its page open sees it again before anything is paid.");
        }
        page.render(TEMPLATE, model);
    }

    @Override
    protected void post(Page page) throws IOException {
        Acting acting = Acting.of(page.request());
        Button button = workshop.button(page, acting);
        switch (page.parameter("action")) {
            case "save" -> save(page, acting, button);
            case "retire" -> put(page, acting, button, ButtonState.RETIRED);
            case "activate" -> put(page, acting, button, ButtonState.ACTIVE);
            default -> throw new Refusal(Reason.INVALID).on("action");
        }
    }

    private void save(Page page, Acting acting, Button button) throws IOException {
        Form form = page.form();
        Optional<ButtonWish> wish = workshop.wish(form, acting, button);
        if (wish.isEmpty()) {
            page.again(TEMPLATE, model(page, acting, button), form);
            return;
        }
        workshop.buttons().change(button, current -> changed(current, wish.get(), keepsStock(form)));
        page.redirect(acting.path("/buttons/" + button.id().text()) + "?saved=1");
    }

    private static ButtonWish changed(Button current, ButtonWish wish, boolean keepsStock) {
        return new ButtonWish(
                current.state(), wish.terms(), keepsStock ? current.tally().stock() : wish.stock());
    }

    /** Whoever leaves the number alone does not mean to bring back what was sold since the page was shown. */
    private static boolean keepsStock(Form form) {
        return form.raw("stock").strip().equals(form.raw("stock_shown"));
    }

    private void put(Page page, Acting acting, Button button, ButtonState state) {
        workshop.buttons().put(button, state);
        page.redirect(acting.path("/buttons/" + button.id().text()));
    }

    private Map<String, Object> model(Page page, Acting acting, Button button) {
        Map<String, Object> model = workshop.model(acting);
        workshop.putButton(model, page, button);
        return model;
    }
}
