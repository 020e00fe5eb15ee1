package cash.tuppence.wallet.activity;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.member.Viewer;
import cash.tuppence.wallet.Transfers;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** {@code /transfers/{id}}: a receipt; and for its sender, while it waits, the link to hand over. */
public final class TransferServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    private final transient Transfers transfers;
    private final transient Receipts receipts;

    public TransferServlet(Pages pages, Transfers transfers, Receipts receipts) {
        super(pages);
        this.transfers = transfers;
        this.receipts = receipts;
    }

    @Override
    protected void get(Page page) throws IOException {
        Optional<Viewer> viewer = Viewer.of(page.request());
        Optional<TransferRow> transfer =
                transfers.find(page.variable("id")).filter(found -> Transfers.maySee(found, viewer));
        if (transfer.isPresent()) {
            page.render("wallet/transfer", receipts.model(transfer.get(), viewer.map(Viewer::profileId)));
        } else {
            hide(page, viewer);
        }
    }

    /** Whether there is such a transfer is nobody's business: strangers are told the same either way. */
    private static void hide(Page page, Optional<Viewer> viewer) {
        if (viewer.isPresent()) {
            throw new Refusal(Reason.NOT_FOUND);
        }
        String next = URLEncoder.encode("/transfers/" + page.variable("id"), StandardCharsets.UTF_8);
        page.redirect("/login?next=" + next);
    }
}
