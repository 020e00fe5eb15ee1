package cash.tuppence.member.link;

import cash.tuppence.outbox.Job;
import java.time.Duration;

/** Removes one-time links that are over. */
public final class SweepLinks implements Job {
    private final OneTimeLinks links;

    public SweepLinks(OneTimeLinks links) {
        this.links = links;
    }

    @Override
    public String name() {
        return "sweep-links";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public boolean work() {
        links.sweep();
        return false;
    }
}
