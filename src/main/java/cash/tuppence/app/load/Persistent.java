package cash.tuppence.app.load;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks until it knows: what was lost, or was told to come back later, is sent again under the same key, so that the
 * server may be killed and started again meanwhile.
 */
final class Persistent {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Tallies tallies;
    private final Duration patience;

    /**
     * @param patience how long the server may answer nobody before it is given up
     */
    Persistent(Tallies tallies, Duration patience) {
        this.tallies = tallies;
        this.patience = patience;
    }

    /** What the server decided; empty where it was given up. */
    Optional<Answered> ask(Request request) {
        long pauseNanos = FIRST_PAUSE.toNanos();
        while (true) {
            try {
                Answered answered = request.send();
                tallies.lastAnswerNanos.set(System.nanoTime());
                if (!answered.isPassing()) {
                    return decided(answered);
                }
                tallies.deferred.increment();
                pause(Math.max(pauseNanos, TimeUnit.SECONDS.toNanos(answered.retryAfterSeconds())));
            } catch (IOException e) {
                tallies.lost.increment();
                pause(pauseNanos);
            }
            if (isGivenUp()) {
                tallies.unknown.increment();
                return Optional.empty();
            }
            pauseNanos = Math.min(2 * pauseNanos, LONGEST_PAUSE.toNanos());
        }
    }

    private Optional<Answered> decided(Answered answered) {
        if (answered.replayed()) {
            tallies.replayed.increment();
        }
        return Optional.of(answered);
    }

    private static void pause(long nanos) {
        LockSupport.parkNanos(nanos);
    }

    private boolean isGivenUp() {
        return System.nanoTime() - tallies.lastAnswerNanos.get() > patience.toNanos()
                || Thread.currentThread().isInterrupted();
    }

    /** One try. */
    @FunctionalInterface
    interface Request {
        Answered send() throws IOException;
    }
}
