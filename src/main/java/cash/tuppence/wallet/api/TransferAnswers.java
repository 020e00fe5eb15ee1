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
import java.util.function.Function;

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

    /**
     * The transfer whose hold was ended.
     *
     * @throws Refusal where it was decided against
     */
    Answer ended(Outcome outcome) {
        return found(transfers.byKey(outcome.transferIdOrRefuse()));
    }

    /** With a posting that starts a transfer: the answer to keep. */
    Answering starting(CallKey key, Sides sides, Locale reader) {
        return new Answering(
                key,
                draft -> new Answer(CREATED, jsons.write(jsons.started(sides, draft)), false),
                reason -> refused(reason, reader));
    }

    /** With a posting that ends a hold: the answer to keep. */
    Answering ending(CallKey key, TransferRow before, Sides sides, Locale reader) {
        return new Answering(
                key,
                draft -> new Answer(OK, jsons.write(jsons.ended(before, sides, draft)), false),
                reason -> refused(reason, reader));
    }

    private Answer refused(Reason reason, Locale reader) {
        Problem problem = Problem.of(List.of(new Refusal(reason)), messages, reader);
        return new Answer(reason.status(), json.write(problem), false);
    }

    /**
     * The answer that was kept with the outcome: what twins get is the same to the letter.
     *
     * @param otherwise the answer where none is kept any more
     * @throws Refusal where the key came with another body before
     */
    Answer kept(CallKey key, Outcome outcome, Function<Outcome, Answer> otherwise) {
        return kept.find(key)
                .map(answer -> new Answer(answer.status(), answer.json(), isTwins(outcome)))
                .orElseGet(() -> otherwise.apply(outcome));
    }

    /** A twin may have meant something else by the same words, where somebody's address was confirmed in between. */
    private static boolean isTwins(Outcome outcome) {
        return outcome.replayed() || outcome.equals(new Outcome.Refused(Reason.OPERATION_ID_REUSED, false));
    }
}
