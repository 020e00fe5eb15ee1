package cash.tuppence.wallet.api;

import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.Outcome;
import cash.tuppence.member.api.Caller;
import cash.tuppence.wallet.Transfers;
import cash.tuppence.wallet.idempotency.Answering;
import cash.tuppence.wallet.idempotency.CallKey;
import cash.tuppence.wallet.idempotency.KeptAnswers;
import cash.tuppence.wallet.send.Order;
import cash.tuppence.wallet.send.Sending;
import cash.tuppence.web.json.Answer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Sends many transfers, each as if it had come alone: all are queued at once, and each is decided by itself. Under a key
 * each has an operation id of its own, so a batch that is sent again finds what was done and does the rest.
 */
public final class Batches {
    private final OrderReader orders;
    private final Sending sending;
    private final Transfers transfers;
    private final TransferAnswers answers;
    private final BatchResults results;
    private final KeptAnswers kept;
    private final Afterwards afterwards;

    public Batches(
            OrderReader orders,
            Sending sending,
            Transfers transfers,
            TransferAnswers answers,
            BatchResults results,
            KeptAnswers kept,
            Afterwards afterwards) {
        this.orders = orders;
        this.sending = sending;
        this.transfers = transfers;
        this.answers = answers;
        this.results = results;
        this.kept = kept;
        this.afterwards = afterwards;
    }

    /** The answer, once the last of them is decided. */
    CompletableFuture<Answer> send(List<JsonNode> sent, Caller caller, Optional<CallKey> key, Locale reader) {
        boolean isAgain = key.isPresent() && !kept.reserve(key.get());
        Optional<Answer> given = isAgain ? kept.find(key.get()) : Optional.empty();
        return given.map(CompletableFuture::completedFuture).orElseGet(() -> send(sent, caller, key, isAgain, reader));
    }

    private CompletableFuture<Answer> send(
            List<JsonNode> sent, Caller caller, Optional<CallKey> key, boolean isAgain, Locale reader) {
        List<Read<Order>> read = orders.readAll(sent, caller);
        sending.openAccounts(
                read.stream().flatMap(order -> order.value().stream()).toList());
        List<OperationId> operations = IntStream.range(0, sent.size())
                .mapToObj(index -> key.map(known -> known.operation(index)).orElseGet(OperationId::random))
                .toList();
        Map<OperationId, Outcome> known = isAgain ? transfers.decided(operations) : Map.of();
        List<BatchItem> items = IntStream.range(0, sent.size())
                .mapToObj(index -> item(operations.get(index), known, read.get(index), reader))
                .toList();
        return CompletableFuture.allOf(items.stream().map(BatchItem::posting).toArray(CompletableFuture[]::new))
                .handleAsync((done, failure) -> answer(items, key, reader), afterwards);
    }

    /** What was decided before does not queue again: however small the queue, each try does more of the batch. */
    private BatchItem item(OperationId operation, Map<OperationId, Outcome> known, Read<Order> read, Locale reader) {
        if (known.containsKey(operation)) {
            return BatchItem.decided(operation, known.get(operation));
        }
        Read<BatchItem> queued = read.then(order -> submit(order, operation, reader));
        return queued.value()
                .orElseGet(() -> BatchItem.failed(operation, queued.fault().orElseThrow()));
    }

    private BatchItem submit(Order order, OperationId operation, Locale reader) {
        Answering answering = answers.starting(Optional.empty(), order.sides(), reader);
        return new BatchItem(operation, Optional.of(answering), sending.submit(order, operation, answering));
    }

    /** What could not be decided may be sent again under the same key, so that is no answer to keep. */
    private Answer answer(List<BatchItem> items, Optional<CallKey> key, Locale reader) {
        BatchResults.Written written = results.write(items, reader);
        return key.filter(known -> written.isFinal())
                .map(known -> kept.complete(known, written.answer()))
                .orElse(written.answer());
    }
}
