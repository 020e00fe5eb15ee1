package cash.tuppence.wallet.api;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.ledger.Attachment;
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
import cash.tuppence.wallet.idempotency.CallKey;
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

/** {@code POST /api/v1/transfers/{id}/post}, {@code /void} and {@code /retract}: ends a hold, for its sender. */
public final class EndHoldServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    private final Ends end;
    private final transient Transfers transfers;
    private final transient Ledger ledger;
    private final transient Parties parties;
    private final transient Arrivals arrivals;
    private final transient TransferAnswers answers;

    public EndHoldServlet(
            Json json,
            Ends end,
            Transfers transfers,
            Ledger ledger,
            Parties parties,
            Arrivals arrivals,
            TransferAnswers answers) {
        super(json);
        this.end = end;
        this.transfers = transfers;
        this.ledger = ledger;
        this.parties = parties;
        this.arrivals = arrivals;
        this.answers = answers;
    }

    @Override
    protected Answer post(Call call) throws IOException {
        Caller caller = Caller.of(call.request());
        caller.require(Scope.TRANSFERS_WRITE);
        Optional<CallKey> key = CallKey.of(call, caller);
        Optional<Answer> given = key.flatMap(answers::given);
        if (given.isPresent()) {
            return given.get();
        }
        TransferRow hold = transfers.ofSide(call.variable("id"), caller.profileId());
        if (hold.debitOwnerId() != caller.profileId()) {
            throw new Refusal(Reason.FORBIDDEN);
        }
        return end(call, hold, end.movement(hold, call.body(EndRequest.class), caller), key);
    }

    private Answer end(Call call, TransferRow hold, Movement movement, Optional<CallKey> key) {
        Sides sides = parties.sides(hold);
        List<Attachment> attachments = new ArrayList<>(List.of(new Ending()));
        if (movement instanceof Movement.Post) {
            attachments.add(arrivals.ofEnded(sides, hold));
        }
        key.map(known -> answers.ending(known, hold, sides, Formats.locale(call.request())))
                .ifPresent(attachments::add);
        OperationId operation = key.map(CallKey::operation).orElseGet(OperationId::random);
        Outcome outcome = ledger.post(new Posting(operation, movement, attachments));
        return key.isPresent() ? answers.kept(key.get(), outcome, answers::ended) : answers.ended(outcome);
    }
}
