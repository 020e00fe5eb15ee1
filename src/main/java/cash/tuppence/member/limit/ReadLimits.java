package cash.tuppence.member.limit;

import cash.tuppence.outbox.Job;
import java.time.Duration;

/** Has this node go by the limits that somebody changed. */
public final class ReadLimits implements Job {
    private final LimitBook book;

    public ReadLimits(LimitBook book) {
        this.book = book;
    }

    @Override
    public String name() {
        return "read-limits";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean work() {
        book.read();
        return false;
    }
}
