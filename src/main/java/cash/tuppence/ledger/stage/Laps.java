package cash.tuppence.ledger.stage;

import cash.tuppence.ledger.Outcome;
import java.util.List;

/** Takes the times of one batch. */
final class Laps {
    private long last = System.nanoTime();
    private long lockNanos;
    private long decideNanos;
    private long writeNanos;
    private long commitNanos;

    void locked() {
        lockNanos = lap();
    }

    void decided() {
        decideNanos = lap();
    }

    void written() {
        writeNanos = lap();
    }

    void committed() {
        commitNanos = lap();
    }

    private long lap() {
        long now = System.nanoTime();
        long lap = now - last;
        last = now;
        return lap;
    }

    StageWatch.Pace pace(List<Outcome> outcomes) {
        int accepted = (int)
                outcomes.stream().filter(Outcome.Accepted.class::isInstance).count();
        return new StageWatch.Pace(
                accepted, outcomes.size() - accepted, lockNanos, decideNanos, writeNanos, commitNanos);
    }
}
