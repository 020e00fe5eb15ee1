package cash.tuppence.checkout;

import cash.tuppence.outbox.Job;
import java.time.Duration;

/** Writes down, and tells of, checkouts that nobody paid in time. They count as expired from that moment anyway. */
public final class ExpireCheckouts implements Job {
    private static final int MOST_AT_ONCE = 200;

    private final Checkouts checkouts;

    public ExpireCheckouts(Checkouts checkouts) {
        this.checkouts = checkouts;
    }

    @Override
    public String name() {
        return "expire-checkouts";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(15);
    }

    @Override
    public boolean work() {
        return checkouts.expire(MOST_AT_ONCE);
    }
}
