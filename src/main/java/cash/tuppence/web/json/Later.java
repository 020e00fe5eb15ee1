package cash.tuppence.web.json;

import cash.tuppence.core.Futures;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer that is not there yet. No thread waits for it. Once it is there the request is dispatched again: a thread of
 * the container's sends it, or has the error filter say what went wrong. So whoever completed it is never held up by a
 * client that reads slowly.
 */
final class Later {
    private static final Logger LOG = LoggerFactory.getLogger(Later.class);
    private static final String ATTRIBUTE = Later.class.getName();

    /** Longer than anything that a call waits for gives itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Later() {}

    /** The answer that this request waited for, where it is dispatched for the second time. */
    static Optional<Answer> of(ServletRequest request) {
        @SuppressWarnings("unchecked")
        CompletableFuture<Answer> awaited = (CompletableFuture<Answer>) request.getAttribute(ATTRIBUTE);
        return Optional.ofNullable(awaited).map(Futures::await);
    }

    static void await(ServletRequest request, CompletableFuture<Answer> answer) {
        // Of our own, so that giving up here does not end it for a twin that waits for the same.
        CompletableFuture<Answer> awaited = answer.copy();
        request.setAttribute(ATTRIBUTE, awaited);
        AsyncContext context = request.startAsync();
        context.setTimeout(PATIENCE.toMillis());
        context.addListener(new Impatience(awaited));
        awaited.whenComplete((given, failure) -> dispatch(context));
    }

    private static void dispatch(AsyncContext context) {
        try {
            context.dispatch();
        } catch (IllegalStateException e) {
            LOG.debug("the client did not wait for its answer", e);
        }
    }

    private record Impatience(CompletableFuture<Answer> awaited) implements AsyncListener {
        @Override
        public void onTimeout(AsyncEvent event) {
            awaited.completeExceptionally(new Refusal(Reason.OUTCOME_UNKNOWN));
        }

        @Override
        public void onStartAsync(AsyncEvent event) {}

        @Override
        public void onComplete(AsyncEvent event) {}

        @Override
        public void onError(AsyncEvent event) {}
    }
}
