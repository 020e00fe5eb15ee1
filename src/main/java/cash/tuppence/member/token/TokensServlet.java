package cash.tuppence.member.token;

import cash.tuppence.core.Refusal;
import cash.tuppence.core.Times;
import cash.tuppence.member.Viewer;
import cash.tuppence.member.api.Scope;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** {@code /settings/security/tokens}: the tokens there are, and a new one, which is shown once. */
public final class TokensServlet extends PageServlet {
    static final String PATH = "/settings/security/tokens";

    private static final long serialVersionUID = 1L;
    private static final String TEMPLATE = "settings/tokens";

    private final transient OwnTokens tokens;
    private final transient InstantSource clock;

    public TokensServlet(Pages pages, OwnTokens tokens, InstantSource clock) {
        super(pages);
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    protected void get(Page page) throws IOException {
        page.render(TEMPLATE, model(page));
    }

    @Override
    protected void post(Page page) throws IOException {
        Viewer viewer = Viewer.required(page.request());
        Form form = page.form();
        TokenForm wanted = TokenForm.read(form, viewer, Times.now(clock));
        if (form.faulty()) {
            page.again(TEMPLATE, model(page), form);
            return;
        }
        String made;
        try {
            made = tokens.make(viewer.memberId(), wanted);
        } catch (Refusal refusal) {
            page.again(TEMPLATE, model(page), form, refusal);
            return;
        }
        Map<String, Object> model = model(page);
        model.put("made", made);
        page.render(TEMPLATE, model);
    }

    private Map<String, Object> model(Page page) {
        Viewer viewer = Viewer.required(page.request());
        Map<String, Object> model = new HashMap<>();
        model.put("tokens", tokens.list(viewer.memberId()));
        model.put("choices", TokenForm.choices(viewer).stream().map(Scope::text).toList());
        model.put("days", TokenForm.DAYS);
        model.put("form", Map.of("expires", String.valueOf(TokenForm.USUAL_DAYS)));
        return model;
    }
}
