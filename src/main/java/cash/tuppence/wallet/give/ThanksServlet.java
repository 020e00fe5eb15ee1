package cash.tuppence.wallet.give;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.member.Viewer;
import cash.tuppence.wallet.Parties;
import cash.tuppence.wallet.Party;
import cash.tuppence.wallet.Transfers;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.Map;

/** {@code /give/{handle}/thanks/{id}}: after giving. */
public final class ThanksServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    private final transient Transfers transfers;
    private final transient Parties parties;

    public ThanksServlet(Pages pages, Transfers transfers, Parties parties) {
        super(pages);
        this.transfers = transfers;
        this.parties = parties;
    }

    @Override
    protected void get(Page page) throws IOException {
        Viewer viewer = Viewer.required(page.request());
        TransferRow gift = transfers.ofSide(page.variable("id"), viewer.profileId());
        Party recipient = parties.owner(gift.creditOwnerId().orElseThrow(() -> new Refusal(Reason.NOT_FOUND)));
        page.render(
                "wallet/thanks",
                Map.of(
                        "recipient",
                        recipient,
                        "amount",
                        gift.amount(),
                        "transferId",
                        gift.publicId().text()));
    }
}
