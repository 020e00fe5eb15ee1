package cash.tuppence.member;

import cash.tuppence.outbox.Job;
import java.time.Duration;

/** Lets go of handles that were given up long ago. */
public final class SweepHandles implements Job {
    private final FormerHandles handles;

    public SweepHandles(FormerHandles handles) {
        this.handles = handles;
    }

    @Override
    public String name() {
        return "sweep-handles";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public boolean work() {
        handles.sweep();
        return false;
    }
}
