package cash.tuppence.wallet.api;

import cash.tuppence.ledger.Outcome;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.wallet.Transfers;
import cash.tuppence.web.error.ErrorAnswers;
import cash.tuppence.web.json.Answer;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.json.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Writes what became of the transfers of a batch, each in its place. */
public final class BatchResults {
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int INTERNAL_SERVER_ERROR = 500;
    private static final int SERVICE_UNAVAILABLE = 503;

    private final TransferAnswers answers;
    private final Transfers transfers;
    private final ErrorAnswers errors;
    private final Json json;

    public BatchResults(TransferAnswers answers, Transfers transfers, ErrorAnswers errors, Json json) {
        this.answers = answers;
        this.transfers = transfers;
        this.errors = errors;
        this.json = json;
    }

    /**
     * @param isFinal whether each of them was decided, or is wrong in itself
     */
    record Written(Answer answer, boolean isFinal) {}

    /**
     * Once all are done.
     *
     * @throws RuntimeException where nothing of it could be taken in, or decided: the whole is to be sent again
     */
    Written write(List<BatchItem> items, Locale reader) {
        Map<Long, TransferRow> twins = transfers.byKeys(items.stream()
                .flatMap(item -> item.outcome().stream())
                .filter(Outcome::replayed)
                .flatMap(outcome -> transferId(outcome).stream())
                .toList());
        List<Answer> results =
                items.stream().map(item -> result(item, twins, reader)).toList();
        refuseWhole(items, results);
        boolean isFinal = results.stream().allMatch(result -> result.status() < INTERNAL_SERVER_ERROR);
        return new Written(new Answer(OK, text(results), false), isFinal);
    }

    private Answer result(BatchItem item, Map<Long, TransferRow> twins, Locale reader) {
        return item.failure()
                .map(failure -> problem(failure, reader))
                .or(item::own)
                .orElseGet(() -> twins(item, twins, reader));
    }

    private Answer problem(Throwable failure, Locale reader) {
        Problem problem = errors.problem(failure, "a transfer of a batch", reader);
        return new Answer(problem.status(), json.write(problem), false);
    }

    /** What was decided when the same batch came before. */
    private Answer twins(BatchItem item, Map<Long, TransferRow> twins, Locale reader) {
        Outcome outcome = item.outcome().orElseThrow();
        return transferId(outcome)
                .map(twins::get)
                // Somebody's address was confirmed in between, and the same words mean something else.
                .or(() -> transfers.byOperation(item.operation()))
                .map(answers::found)
                .orElseGet(() -> problem(((Outcome.Refused) outcome).denial().refusal(), reader));
    }

    private static Optional<Long> transferId(Outcome outcome) {
        return outcome instanceof Outcome.Accepted accepted ? Optional.of(accepted.transferId()) : Optional.empty();
    }

    /** Where the queue was full, or the database away, for all that was to be queued. */
    private static void refuseWhole(List<BatchItem> items, List<Answer> results) {
        boolean nothingDecided = items.stream().allMatch(item -> item.outcome().isEmpty());
        for (int i = 0; nothingDecided && i < items.size(); i++) {
            if (results.get(i).status() == SERVICE_UNAVAILABLE) {
                throw new CompletionException(items.get(i).failure().orElseThrow());
            }
        }
    }

    /** Each answer in its place, as a transfer or as an error. */
    static String text(List<Answer> results) {
        StringBuilder text = new StringBuilder("{\"results\":[");
        for (Answer result : results) {
            text.append(text.charAt(text.length() - 1) == '[' ? "" : ",")
                    .append(result.status() < BAD_REQUEST ? "{\"transfer\":" : "{\"error\":")
                    .append(result.json())
                    .append('}');
        }
        return text.append("]}").toString();
    }
}
