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

    /**
     * How long it rests between two runs that it is woken for. One that writes for each commit of others' makes the next
     * of them wait for its own flush; with a rest it does what came meanwhile together, and one alone waits for nothing.
     */
    default Duration rest() {
        return Duration.ZERO;
    }

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
