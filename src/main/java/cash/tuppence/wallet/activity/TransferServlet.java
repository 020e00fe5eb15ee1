package cash.tuppence.wallet.activity;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.member.Viewer;
import cash.tuppence.wallet.Parties;
import cash.tuppence.wallet.Transfers;
import cash.tuppence.wallet.invitation.Invitations;
import cash.tuppence.web.Urls;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@code /transfers/{id}}: a receipt; and for its sender, while it waits, the link to hand over. */
public final class TransferServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    private final transient Transfers transfers;
    private final transient Parties parties;
    private final transient Invitations invitations;
    private final transient Urls urls;
    private final transient Returns returns;

    public TransferServlet(
            Pages pages, Transfers transfers, Parties parties, Invitations invitations, Urls urls, Returns returns) {
        super(pages);
        this.transfers = transfers;
        this.parties = parties;
        this.invitations = invitations;
        this.urls = urls;
        this.returns = returns;
    }

    @Override
    protected void get(Page page) throws IOException {
        Optional<Viewer> viewer = Viewer.of(page.request());
        Optional<TransferRow> transfer =
                transfers.find(page.variable("id")).filter(found -> Transfers.maySee(found, viewer));
        if (transfer.isPresent()) {
            show(page, transfer.get(), viewer);
        } else {
            hide(page, viewer);
        }
    }

    private void show(Page page, TransferRow transfer, Optional<Viewer> viewer) throws IOException {
        Receipt receipt = Receipt.of(transfer, parties.sides(transfer), viewer);
        Map<String, Object> model = new HashMap<>();
        model.put("transfer", receipt);
        if (receipt.direction().equals("out") && transfer.state().isOpen()) {
            invitations.token(transfer.id()).ifPresent(token -> {
                model.put("claimLink", urls.absolute("/claim/" + token));
                model.put("claimPath", "/claim/" + token);
            });
        }
        model.put("returned", returns.of(transfer));
        returns.paymentOf(transfer).ifPresent(payment -> model.put("paymentId", payment));
        model.put("playMoney", transfer.amount().asset().isPlayMoney());
        page.render("wallet/transfer", model);
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
