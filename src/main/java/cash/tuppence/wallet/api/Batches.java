package cash.tuppence.wallet.api;

import cash.tuppence.ledger.OperationId;
import cash.tuppence.member.api.Caller;
import cash.tuppence.wallet.idempotency.Answering;
import cash.tuppence.wallet.idempotency.CallKey;
import cash.tuppence.wallet.idempotency.KeptAnswers;
import cash.tuppence.wallet.send.Order;
import cash.tuppence.wallet.send.Sending;
import cash.tuppence.web.json.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/**
 * Sends many transfers, each as if it had come alone: all are queued at once, and each is decided by itself. Under a key
 * each has an operation id of its own, so a batch that is sent again finds what was done and does the rest.
 */
public final class Batches {
    private final OrderReader orders;
    private final Sending sending;
    private final TransferAnswers answers;
    private final BatchResults results;
    private final KeptAnswers kept;
    private final Afterwards afterwards;

    public Batches(
            OrderReader orders,
            Sending sending,
            TransferAnswers answers,
            BatchResults results,
            KeptAnswers kept,
            Afterwards afterwards) {
        this.orders = orders;
        this.sending = sending;
        this.answers = answers;
        this.results = results;
        this.kept = kept;
        this.afterwards = afterwards;
    }

    /** The answer, once the last of them is decided. */
    CompletableFuture<Answer> send(List<JsonNode> transfers, Caller caller, Optional<CallKey> key, Locale reader) {
        Optional<Answer> given = key.flatMap(kept::reserve);
        if (given.isPresent()) {
            return CompletableFuture.completedFuture(given.get());
        }
        List<Read<Order>> read = orders.readAll(transfers, caller);
        sending.openAccounts(
                read.stream().flatMap(order -> order.value().stream()).toList());
        List<BatchItem> items = submitAll(read, key, reader);
        return CompletableFuture.allOf(items.stream().map(BatchItem::posting).toArray(CompletableFuture[]::new))
                .handleAsync((done, failure) -> answer(items, key, reader), afterwards);
    }

    private List<BatchItem> submitAll(List<Read<Order>> read, Optional<CallKey> key, Locale reader) {
        List<BatchItem> items = new ArrayList<>();
        for (Read<Order> order : read) {
            int index = items.size();
            OperationId operation = key.map(known -> known.operation(index)).orElseGet(OperationId::random);
            Read<BatchItem> queued = order.then(one -> submit(one, operation, reader));
            items.add(queued.value()
                    .orElseGet(() -> BatchItem.failed(operation, queued.fault().orElseThrow())));
        }
        return items;
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
