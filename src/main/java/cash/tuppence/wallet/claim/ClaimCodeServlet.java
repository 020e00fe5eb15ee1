package cash.tuppence.wallet.claim;

import cash.tuppence.core.Reason;
import cash.tuppence.wallet.invitation.ClaimTokens;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** {@code /claim}: where a code, or a link, is typed in. */
public final class ClaimCodeServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String FIELD = "code";
    private static final String TEMPLATE = "wallet/claim-code";

    private final transient ClaimDoor door;

    public ClaimCodeServlet(Pages pages, ClaimDoor door) {
        super(pages);
        this.door = door;
    }

    @Override
    protected void get(Page page) throws IOException {
        Form form = page.form();
        if (form.raw(FIELD).isBlank()) {
            page.render(TEMPLATE, Map.of(), form);
            return;
        }
        Optional<String> token = ClaimTokens.in(form.raw(FIELD))
                .filter(found -> door.find(found, page.network()).isPresent());
        if (token.isPresent()) {
            page.redirect("/claim/" + token.get());
        } else {
            form.faults().add(FIELD, Reason.CLAIM_UNKNOWN);
            page.again(TEMPLATE, Map.of(), form);
        }
    }
}
