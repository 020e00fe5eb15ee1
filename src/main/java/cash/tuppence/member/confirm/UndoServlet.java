package cash.tuppence.member.confirm;

import cash.tuppence.core.Refusal;
import cash.tuppence.member.link.OneTimeLink;
import cash.tuppence.member.link.OneTimeLinks;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** {@code /undo/TOKEN}: takes a change of address back, then leads on to a new password. */
public final class UndoServlet extends PageServlet {
    static final String PATH = "/undo/";

    private static final long serialVersionUID = 1L;
    private static final String TEMPLATE = "member/undo";

    private final transient Addresses addresses;

    public UndoServlet(Pages pages, Addresses addresses) {
        super(pages);
        this.addresses = addresses;
    }

    @Override
    protected void get(Page page) throws IOException {
        LinkPages.hideToken(page);
        page.render(TEMPLATE, model(page));
    }

    @Override
    protected void post(Page page) throws IOException {
        LinkPages.hideToken(page);
        Map<String, Object> model = model(page);
        String reset;
        try {
            reset = addresses.undo(page.variable("token"));
        } catch (Refusal refusal) {
            page.again(TEMPLATE, model, page.form(), refusal);
            return;
        }
        page.redirect("/reset/" + reset);
    }

    private Map<String, Object> model(Page page) {
        OneTimeLink link = addresses.toUndo(page.variable("token")).orElseThrow(OneTimeLinks::over);
        Map<String, Object> model = new HashMap<>();
        model.put("email", link.email());
        model.put("action", PATH + page.variable("token"));
        return model;
    }
}
