package cash.tuppence.wallet.activity;

import cash.tuppence.ledger.TransferRow;
import cash.tuppence.wallet.Parties;
import cash.tuppence.wallet.invitation.Invitations;
import cash.tuppence.web.Urls;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a page shows of one transfer. */
public final class Receipts {
    private final Parties parties;
    private final Invitations invitations;
    private final Urls urls;
    private final Returns returns;

    public Receipts(Parties parties, Invitations invitations, Urls urls, Returns returns) {
        this.parties = parties;
        this.invitations = invitations;
        this.urls = urls;
        this.returns = returns;
    }

    /**
     * @param reader the profile of whoever reads it, where they are signed in
     */
    Map<String, Object> model(TransferRow transfer, Optional<Long> reader) {
        Receipt receipt = Receipt.of(transfer, parties.sides(transfer), reader);
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
        return model;
    }
}
