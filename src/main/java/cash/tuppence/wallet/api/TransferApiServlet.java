package cash.tuppence.wallet.api;

import cash.tuppence.ledger.TransferRow;
import cash.tuppence.member.api.Caller;
import cash.tuppence.member.api.Scope;
import cash.tuppence.wallet.Transfers;
import cash.tuppence.web.json.Answer;
import cash.tuppence.web.json.Call;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.json.JsonServlet;

/** {@code GET /api/v1/transfers/{id}}: a transfer, for its two sides. */
public final class TransferApiServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    private final transient Transfers transfers;
    private final transient TransferAnswers answers;

    public TransferApiServlet(Json json, Transfers transfers, TransferAnswers answers) {
        super(json);
        this.transfers = transfers;
        this.answers = answers;
    }

    @Override
    protected Answer get(Call call) {
        Caller caller = Caller.of(call.request());
        caller.require(Scope.WALLET_READ);
        TransferRow transfer = transfers.ofSide(call.variable("id"), caller.profileId());
        return answers.found(transfer);
    }
}
