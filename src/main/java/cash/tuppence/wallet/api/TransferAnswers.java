package cash.tuppence.wallet.api;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.ledger.Draft;
import cash.tuppence.ledger.Outcome;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.wallet.Sides;
import cash.tuppence.wallet.Transfers;
import cash.tuppence.wallet.event.TransferJsons;
import cash.tuppence.wallet.idempotency.CallKey;
import cash.tuppence.wallet.idempotency.KeptAnswers;
import cash.tuppence.web.Messages;
import cash.tuppence.web.json.Answer;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.json.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What programs are told about a transfer. */
public final class TransferAnswers {
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final TransferJsons jsons;
    private final Transfers transfers;
    private final KeptAnswers kept;
    private final Json json;
    private final Messages messages;

    public TransferAnswers(TransferJsons jsons, Transfers transfers, KeptAnswers kept, Json json, Messages messages) {
        this.jsons = jsons;
        this.transfers = transfers;
        this.kept = kept;
        this.json = json;
        this.messages = messages;
    }

    /** What was answered to the same call before. */
    Optional<Answer> given(CallKey key) {
        return kept.find(key);
    }

    /** As it stands. */
    Answer found(TransferRow transfer) {
        return new Answer(OK, jsons.write(jsons.of(transfer)), false);
    }

    /**
     * The transfer that was started.
     *
     * @throws Refusal where it was decided against
     */
    Answer created(Outcome outcome) {
        TransferRow transfer = transfers.byKey(outcome.transferIdOrRefuse());
        return new Answer(CREATED, jsons.write(jsons.of(transfer)), outcome.replayed());
    }

    Answer started(Sides sides, Draft draft) {
        return new Answer(CREATED, jsons.write(jsons.started(sides, draft)), false);
    }

    Answer ended(TransferRow before, Sides sides, Draft draft) {
        return new Answer(OK, jsons.write(jsons.ended(before, sides, draft)), false);
    }

    Answer refused(Reason reason, Locale reader) {
        Problem problem = Problem.of(List.of(new Refusal(reason)), messages, reader);
        return new Answer(reason.status(), json.write(problem), false);
    }

    /**
     * The answer that was kept with the outcome: what twins get is the same to the letter.
     *
     * @throws Refusal where the key came with another body before
     */
    Answer kept(CallKey key, Outcome outcome) {
        if (outcome.equals(new Outcome.Refused(Reason.OPERATION_ID_REUSED, false))) {
            throw new Refusal(Reason.IDEMPOTENCY_KEY_REUSED);
        }
        Answer answer = kept.find(key).orElseGet(() -> created(outcome));
        return new Answer(answer.status(), answer.json(), outcome.replayed());
    }
}
