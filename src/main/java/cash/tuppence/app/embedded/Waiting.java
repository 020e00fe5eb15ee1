package cash.tuppence.app.embedded;

import cash.tuppence.app.CannotStart;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits for processes; an interruption means that the whole program is to give up. */
final class Waiting {

    private Waiting() {}

    static int forExitOf(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Whether the process has ended within that time. */
    static boolean forExitOf(Process process, Duration atMost) {
        try {
            return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static CannotStart interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new CannotStart("Interrupted while waiting for the database.", e);
    }
}
