package cash.tuppence.wallet.api;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.ledger.Attachment;
import cash.tuppence.ledger.Kind;
import cash.tuppence.ledger.Ledger;
import cash.tuppence.ledger.Movement;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.Outcome;
import cash.tuppence.ledger.Posting;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.member.api.Caller;
import cash.tuppence.member.api.Scope;
import cash.tuppence.wallet.Parties;
import cash.tuppence.wallet.Sides;
import cash.tuppence.wallet.Transfers;
import cash.tuppence.wallet.event.Arrivals;
import cash.tuppence.wallet.idempotency.Answering;
import cash.tuppence.wallet.idempotency.CallKey;
import cash.tuppence.wallet.idempotency.OncePerKey;
import cash.tuppence.wallet.invitation.Ending;
import cash.tuppence.web.Formats;
import cash.tuppence.web.json.Answer;
import cash.tuppence.web.json.Call;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.json.JsonServlet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** {@code POST /api/v1/transfers/{id}/post}, {@code /void} and {@code /retract}: ends a hold, for its sender. */
public final class EndHoldServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    private final Ends end;
    private final transient OncePerKey once;
    private final transient Transfers transfers;
    private final transient Ledger ledger;
    private final transient Parties parties;
    private final transient Arrivals arrivals;
    private final transient TransferAnswers answers;

    public EndHoldServlet(
            Json json,
            Ends end,
            OncePerKey once,
            Transfers transfers,
            Ledger ledger,
            Parties parties,
            Arrivals arrivals,
            TransferAnswers answers) {
        super(json);
        this.end = end;
        this.once = once;
        this.transfers = transfers;
        this.ledger = ledger;
        this.parties = parties;
        this.arrivals = arrivals;
        this.answers = answers;
    }

    @Override
    protected CompletableFuture<Answer> postLater(Call call) throws IOException {
        Caller caller = Caller.of(call.request());
        caller.require(Scope.TRANSFERS_WRITE);
        return once.run(call, caller, key -> end(call, caller, key));
    }

    private CompletableFuture<Answer> end(Call call, Caller caller, Optional<CallKey> key) throws IOException {
        TransferRow hold = transfers.ofSide(call.variable("id"), caller.profileId());
        // What is reserved for a checkout is the merchant's to capture or to release, together with the checkout.
        if (hold.debitOwnerId() != caller.profileId() || hold.kind() == Kind.PAYMENT) {
            throw new Refusal(Reason.FORBIDDEN);
        }
        Movement movement = end.movement(hold, call.body(EndRequest.class), caller);
        Sides sides = parties.sides(hold);
        Answering answering = answers.ending(key, hold, sides, Formats.locale(call.request()));
        List<Attachment> attachments = new ArrayList<>(List.of(new Ending(), answering));
        if (movement instanceof Movement.Post) {
            attachments.add(arrivals.ofEnded(sides, hold));
        }
        OperationId operation = key.map(CallKey::operation).orElseGet(OperationId::random);
        CompletableFuture<Outcome> posting = ledger.submit(new Posting(operation, movement, attachments));
        return answers.ended(posting, key, answering);
    }
}
