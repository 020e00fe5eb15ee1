package cash.tuppence.mail;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.db.Transactions;
import cash.tuppence.outbox.Job;
import java.time.Duration;
import java.time.InstantSource;

/** Forgets mails after a month: by then nobody asks any more whether one was sent. */
public final class SweepMails implements Job {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int BATCH = 1_000;

    private final Transactions transactions;
    private final InstantSource clock;

    public SweepMails(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sweep-mails";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public boolean work() {
        long belowId = KeyMaker.lowestAt(clock.instant().minus(KEPT));
        return transactions.run(session -> session.getMapper(MailMapper.class).sweep(belowId, BATCH)) == BATCH;
    }
}
