package cash.tuppence.wallet.api;

import cash.tuppence.core.Futures;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.Outcome;
import cash.tuppence.wallet.idempotency.Answering;
import cash.tuppence.web.json.Answer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One transfer of a batch.
 *
 * @param answering makes its answer; empty where it was not queued
 * @param posting fails with what is wrong where it was not queued
 */
record BatchItem(OperationId operation, Optional<Answering> answering, CompletableFuture<Outcome> posting) {
    /** One that is wrong in itself, or found the queue full. */
    static BatchItem failed(OperationId operation, RuntimeException failure) {
        return new BatchItem(operation, Optional.empty(), CompletableFuture.failedFuture(failure));
    }

    /** One that was decided when the batch came before. */
    static BatchItem decided(OperationId operation, Outcome outcome) {
        return new BatchItem(operation, Optional.empty(), CompletableFuture.completedFuture(outcome));
    }

    /** What went wrong, once it is done; empty where it was decided. */
    Optional<Throwable> failure() {
        return Optional.ofNullable(posting.handle((outcome, failure) -> failure).join())
                .map(Futures::cause);
    }

    /** What was decided, once it is. */
    Optional<Outcome> outcome() {
        return posting.handle((outcome, failure) -> Optional.ofNullable(outcome))
                .join();
    }

    /** The answer that was made together with the decision; empty where a twin was decided before. */
    Optional<Answer> own() {
        return outcome()
                .filter(outcome -> !TransferAnswers.isTwins(outcome))
                .flatMap(outcome -> answering.flatMap(Answering::given));
    }
}
