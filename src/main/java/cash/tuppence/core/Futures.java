package cash.tuppence.core;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What comes later. */
public final class Futures {
    private Futures() {}

    /** Waits for the result. What it failed with is thrown as it was, not wrapped. */
    public static <T> T await(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw cause(e) instanceof RuntimeException failure ? failure : e;
        }
    }

    /** What a stage of futures failed with, without their wrapping. */
    public static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
