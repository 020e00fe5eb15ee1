package cash.tuppence.member.factor.page;

import cash.tuppence.core.Refusal;
import cash.tuppence.member.Members;
import cash.tuppence.member.Viewer;
import cash.tuppence.member.factor.Factors;
import cash.tuppence.member.passkey.Attestation;
import cash.tuppence.member.passkey.Passkeys;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.Map;

/** {@code /settings/security/passkeys}: a member's passkeys; adds, renames and removes them. */
public final class PasskeysServlet extends PageServlet {
    static final String PATH = "/settings/security/passkeys";

    private static final long serialVersionUID = 1L;
    private static final String TEMPLATE = "settings/passkeys";
    private static final int MOST_NAME = 60;

    private final transient Factors factors;
    private final transient Passkeys passkeys;
    private final transient Members members;

    public PasskeysServlet(Pages pages, Factors factors, Passkeys passkeys, Members members) {
        super(pages);
        this.factors = factors;
        this.passkeys = passkeys;
        this.members = members;
    }

    @Override
    protected void get(Page page) throws IOException {
        page.render(TEMPLATE, model(page));
    }

    @Override
    protected void post(Page page) throws IOException {
        switch (page.parameter("action")) {
            case "rename" -> rename(page);
            case "remove" -> remove(page);
            default -> add(page);
        }
    }

    private void add(Page page) throws IOException {
        Form form = page.form();
        String name = form.line("name", MOST_NAME);
        if (form.faulty()) {
            page.again(TEMPLATE, model(page), form);
            return;
        }
        Attestation attestation = new Attestation(form.raw("client_data"), form.raw("attestation"));
        try {
            FreshCodes.show(page, factors.addPasskey(memberId(page), name, attestation), PATH);
        } catch (Refusal refusal) {
            page.again(TEMPLATE, model(page), form, refusal);
        }
    }

    private void rename(Page page) throws IOException {
        Form form = page.form();
        String name = form.line("new_name", MOST_NAME);
        if (form.faulty()) {
            page.again(TEMPLATE, model(page), form);
            return;
        }
        passkeys.rename(memberId(page), form.raw("passkey"), name);
        page.redirect(PATH);
    }

    private void remove(Page page) {
        factors.removePasskey(memberId(page), page.parameter("passkey"));
        page.redirect(PATH);
    }

    private Map<String, Object> model(Page page) {
        Viewer member = Viewer.required(page.request());
        String email = members.email(member.memberId()).orElse("@" + member.handle());
        return Map.of("factors", factors.of(member.memberId()), "options", passkeys.creationOptions(member, email));
    }

    private static long memberId(Page page) {
        return Viewer.required(page.request()).memberId();
    }
}
