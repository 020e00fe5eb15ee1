package cash.tuppence.business.connect;

import cash.tuppence.outbox.Job;
import java.time.Duration;

/** Removes codes that are over. They are worth nothing any more; this only keeps the table small. */
public final class SweepCodes implements Job {
    private final Connections connections;

    public SweepCodes(Connections connections) {
        this.connections = connections;
    }

    @Override
    public String name() {
        return "sweep-connect-codes";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public boolean work() {
        return connections.sweep();
    }
}
