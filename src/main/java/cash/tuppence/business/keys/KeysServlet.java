package cash.tuppence.business.keys;

import cash.tuppence.business.frame.Acting;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** {@code /business/HANDLE/keys}: the keys there are, and a new one, which is shown once. */
public final class KeysServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final int MOST_NAME = 80;

    private final transient ApiKeys keys;
    private final transient KeysPage shown;

    public KeysServlet(Pages pages, ApiKeys keys) {
        super(pages);
        this.keys = keys;
        this.shown = new KeysPage(keys);
    }

    @Override
    protected void get(Page page) throws IOException {
        page.render(KeysPage.TEMPLATE, shown.model(page));
    }

    @Override
    protected void post(Page page) throws IOException {
        Form form = page.form();
        NewKey wanted = read(form, Acting.of(page.request()));
        if (form.faulty()) {
            page.again(KeysPage.TEMPLATE, shown.model(page), form);
            return;
        }
        String made;
        try {
            made = keys.make(wanted);
        } catch (Refusal refusal) {
            page.again(KeysPage.TEMPLATE, shown.model(page), form, refusal);
            return;
        }
        page.render(KeysPage.TEMPLATE, shown.model(page, made));
    }

    private static NewKey read(Form form, Acting acting) {
        String name = form.line("name", MOST_NAME);
        boolean livemode = form.raw("mode").equals("live");
        if (!livemode && !form.raw("mode").equals("test")) {
            form.faults().add("mode", Reason.MISSING);
        }
        Set<KeyPermission> permissions = EnumSet.of(KeyPermission.READ);
        Arrays.stream(KeyPermission.values())
                .filter(one -> form.ticked(one.text()))
                .forEach(permissions::add);
        if (livemode) {
            form.faults().collect("permissions", () -> {
                KeysPage.requireMayGive(acting, permissions);
                return permissions;
            });
        }
        return new NewKey(acting.profileId(), livemode, name, permissions, acting.memberId());
    }
}
