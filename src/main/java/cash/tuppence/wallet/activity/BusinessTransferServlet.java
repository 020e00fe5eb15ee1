package cash.tuppence.wallet.activity;

import cash.tuppence.ledger.TransferRow;
import cash.tuppence.wallet.Holder;
import cash.tuppence.wallet.Transfers;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** {@code /business/HANDLE/transfers/{id}}: a receipt of a business's wallet, for whoever of its team may see that. */
public final class BusinessTransferServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    private final transient Transfers transfers;
    private final transient Receipts receipts;

    public BusinessTransferServlet(Pages pages, Transfers transfers, Receipts receipts) {
        super(pages);
        this.transfers = transfers;
        this.receipts = receipts;
    }

    @Override
    protected void get(Page page) throws IOException {
        Holder holder = Holder.of(page.request());
        TransferRow transfer = transfers.ofSide(page.variable("id"), holder.profileId());
        Map<String, Object> model = receipts.model(transfer, Optional.of(holder.profileId()));
        model.put("holder", holder);
        page.render("business/transfer", model);
    }
}
