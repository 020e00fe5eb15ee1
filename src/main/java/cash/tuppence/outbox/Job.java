package cash.tuppence.outbox;

import java.time.Duration;

/**
 * Work that runs by itself, after what was committed. Every node runs every job, so each claims what it works on (rows
 * locked with {@code skip locked}, or a compare-and-set), and what one node left undone any other finishes.
 */
public interface Job {
    /** By which it is called from the command line, such as {@code fan-out-events}. */
    String name();

    /** How long after one run the next follows, if nothing wakes the job sooner. */
    Duration every();

    /** Does a bounded piece of the work, and says whether there is more to do at once. */
    boolean work();

    /** Does all that is due now, and returns when it is done: what a person who calls for the job expects. */
    default void finish() {
        boolean more = true;
        while (more) {
            more = work();
        }
    }
}
