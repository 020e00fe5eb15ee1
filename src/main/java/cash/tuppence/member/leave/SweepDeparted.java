package cash.tuppence.member.leave;

import cash.tuppence.core.Times;
import cash.tuppence.db.Transactions;
import cash.tuppence.outbox.Job;
import java.time.Duration;
import java.time.InstantSource;

/** Erases who left once the law does not make us keep it any more. */
public final class SweepDeparted implements Job {
    private final Transactions transactions;
    private final InstantSource clock;

    public SweepDeparted(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sweep-departed";
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    @Override
    public boolean work() {
        transactions.execute(session -> session.getMapper(LeaveMapper.class).deleteDue(Times.now(clock)));
        return false;
    }
}
