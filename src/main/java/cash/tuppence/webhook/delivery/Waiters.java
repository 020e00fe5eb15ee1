package cash.tuppence.webhook.delivery;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Those who want to know when an attempt that this node makes is recorded. */
final class Waiters implements AutoCloseable {
    private final Map<Long, CompletableFuture<Void>> byDelivery = new ConcurrentHashMap<>();

    CompletableFuture<Void> await(long deliveryId) {
        return byDelivery.computeIfAbsent(deliveryId, id -> new CompletableFuture<>());
    }

    void recorded(List<Finished> all) {
        all.forEach(finished -> {
            CompletableFuture<Void> waiting = byDelivery.remove(finished.due().deliveryId());
            if (waiting != null) {
                waiting.complete(null);
            }
        });
    }

    /** What is not recorded by now, this node will not record. */
    @Override
    public void close() {
        byDelivery.values().forEach(waiting -> waiting.completeExceptionally(new Refusal(Reason.OUTCOME_UNKNOWN)));
        byDelivery.clear();
    }
}
