package cash.tuppence.wallet.api;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.ledger.Outcome;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.wallet.Sides;
import cash.tuppence.wallet.Transfers;
import cash.tuppence.wallet.event.TransferJsons;
import cash.tuppence.wallet.idempotency.Answering;
import cash.tuppence.wallet.idempotency.CallKey;
import cash.tuppence.wallet.idempotency.KeptAnswers;
import cash.tuppence.web.Messages;
import cash.tuppence.web.json.Answer;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.json.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What programs are told about a transfer. */
public final class TransferAnswers {
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final TransferJsons jsons;
    private final Transfers transfers;
    private final KeptAnswers kept;
    private final Json json;
    private final Messages messages;
    private final Afterwards afterwards;

    public TransferAnswers(
            TransferJsons jsons,
            Transfers transfers,
            KeptAnswers kept,
            Json json,
            Messages messages,
            Afterwards afterwards) {
        this.jsons = jsons;
        this.transfers = transfers;
        this.kept = kept;
        this.json = json;
        this.messages = messages;
        this.afterwards = afterwards;
    }

    /** As it stands. */
    Answer found(TransferRow transfer) {
        return answer(OK, transfer, false);
    }

    /** With a posting that starts a transfer: its answer. */
    Answering starting(Optional<CallKey> key, Sides sides, Locale reader) {
        return new Answering(
                key,
                draft -> new Answer(CREATED, jsons.startedText(sides, draft), false),
                denial -> refused(denial.refusal(), reader));
    }

    /** With a posting that ends a hold: its answer. */
    Answering ending(Optional<CallKey> key, TransferRow before, Sides sides, Locale reader) {
        return new Answering(
                key,
                draft -> new Answer(OK, jsons.endedText(before, sides, draft), false),
                denial -> refused(denial.refusal(), reader));
    }

    /** Why that was decided against. */
    Answer refused(Refusal refusal, Locale reader) {
        Problem problem = Problem.of(List.of(refusal), messages, reader);
        return new Answer(refusal.reason().status(), json.write(problem), false);
    }

    /** The answer to a call that started a transfer, once its posting is decided. */
    CompletableFuture<Answer> created(CompletableFuture<Outcome> posting, Optional<CallKey> key, Answering answering) {
        return given(posting, key, answering, CREATED);
    }

    /** The answer to a call that ended a hold, once its posting is decided. */
    CompletableFuture<Answer> ended(CompletableFuture<Outcome> posting, Optional<CallKey> key, Answering answering) {
        return given(posting, key, answering, OK);
    }

    /** Nearly always the answer was made together with the decision; only a twin's has to be looked for. */
    private CompletableFuture<Answer> given(
            CompletableFuture<Outcome> posting, Optional<CallKey> key, Answering answering, int status) {
        return posting.thenCompose(outcome -> answering
                .given()
                .filter(answer -> !isTwins(outcome))
                .map(CompletableFuture::completedFuture)
                .orElseGet(() -> CompletableFuture.supplyAsync(() -> twins(key, outcome, status), afterwards)));
    }

    /** A twin may have meant something else by the same words, where somebody's address was confirmed in between. */
    static boolean isTwins(Outcome outcome) {
        return outcome.replayed() || outcome.equals(new Outcome.Refused(Reason.OPERATION_ID_REUSED, false));
    }

    /** What was kept with the outcome, to the letter; or what stands now, where it is not kept any more. */
    private Answer twins(Optional<CallKey> key, Outcome outcome, int status) {
        return key.flatMap(kept::find)
                .map(Answer::replay)
                .orElseGet(() -> answer(status, transfers.byKey(outcome.transferIdOrRefuse()), outcome.replayed()));
    }

    private Answer answer(int status, TransferRow transfer, boolean replayed) {
        return new Answer(status, jsons.write(jsons.of(transfer)), replayed);
    }
}
