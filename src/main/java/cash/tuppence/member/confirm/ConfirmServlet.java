package cash.tuppence.member.confirm;

import cash.tuppence.core.Refusal;
import cash.tuppence.member.Members;
import cash.tuppence.member.Viewer;
import cash.tuppence.member.link.LinkPurpose;
import cash.tuppence.member.link.OneTimeLink;
import cash.tuppence.member.link.OneTimeLinks;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * {@code /confirm/TOKEN}: where the link in a mail leads. It asks for one click, because programs that look for harmful
 * mail follow links, too; and it asks whose wallet it is, because a typing mistake sends mail to strangers.
 */
public final class ConfirmServlet extends PageServlet {
    static final String PATH = "/confirm/";

    private static final long serialVersionUID = 1L;
    private static final String TEMPLATE = "member/confirm";

    private final transient Addresses addresses;
    private final transient Members members;

    public ConfirmServlet(Pages pages, Addresses addresses, Members members) {
        super(pages);
        this.addresses = addresses;
        this.members = members;
    }

    @Override
    protected void get(Page page) throws IOException {
        LinkPages.hideToken(page);
        if (page.variable("token").equals("done")) {
            page.render(
                    "member/confirmed",
                    Map.of("disowned", page.parameter("mine").equals("no")));
            return;
        }
        page.render(TEMPLATE, model(find(page), page));
    }

    @Override
    protected void post(Page page) throws IOException {
        LinkPages.hideToken(page);
        OneTimeLink link = find(page);
        String token = page.variable("token");
        if (page.parameter("action").equals("disown")) {
            addresses.disown(token);
            page.redirect(PATH + "done?mine=no");
            return;
        }
        try {
            addresses.confirm(token);
        } catch (Refusal refusal) {
            page.again(TEMPLATE, model(link, page), page.form(), refusal);
            return;
        }
        page.redirect(PATH + "done");
    }

    private OneTimeLink find(Page page) {
        return addresses.toConfirm(page.variable("token")).orElseThrow(OneTimeLinks::over);
    }

    private Map<String, Object> model(OneTimeLink link, Page page) {
        Viewer member = members.viewer(link.memberId()).orElseThrow(OneTimeLinks::over);
        Map<String, Object> model = new HashMap<>();
        model.put("email", link.email());
        model.put("name", member.name());
        model.put("handle", member.handle());
        model.put("change", link.purpose() == LinkPurpose.CHANGE_EMAIL);
        model.put("action", PATH + page.variable("token"));
        return model;
    }
}
