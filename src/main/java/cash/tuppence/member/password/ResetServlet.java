package cash.tuppence.member.password;

import cash.tuppence.member.Members;
import cash.tuppence.member.Viewer;
import cash.tuppence.member.confirm.LinkPages;
import cash.tuppence.member.link.OneTimeLink;
import cash.tuppence.member.link.OneTimeLinks;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** {@code /reset/TOKEN}: a new password for whoever got the link. */
public final class ResetServlet extends PageServlet {
    static final String PATH = "/reset/";

    private static final long serialVersionUID = 1L;
    private static final String TEMPLATE = "member/reset";

    private final transient Resets resets;
    private final transient Members members;
    private final transient PasswordRules rules;

    public ResetServlet(Pages pages, Resets resets, Members members, PasswordRules rules) {
        super(pages);
        this.resets = resets;
        this.members = members;
        this.rules = rules;
    }

    @Override
    protected void get(Page page) throws IOException {
        LinkPages.hideToken(page);
        page.render(TEMPLATE, model(page, find(page)));
    }

    @Override
    protected void post(Page page) throws IOException {
        LinkPages.hideToken(page);
        OneTimeLink link = find(page);
        Viewer member = members.viewer(link.memberId()).orElseThrow(OneTimeLinks::over);
        Form form = page.form();
        Optional<String> password =
                form.read("password", typed -> rules.check(typed, member.name(), member.handle(), link.email()));
        if (password.isEmpty()) {
            page.again(TEMPLATE, model(page, link), form);
            return;
        }
        resets.reset(page.variable("token"), password.get());
        page.redirect("/login?done=reset");
    }

    private OneTimeLink find(Page page) {
        return resets.find(page.variable("token")).orElseThrow(OneTimeLinks::over);
    }

    private static Map<String, Object> model(Page page, OneTimeLink link) {
        return Map.of("email", link.email(), "action", PATH + page.variable("token"));
    }
}
