package cash.tuppence.wallet.idempotency;

import cash.tuppence.core.Times;
import cash.tuppence.db.Transactions;
import cash.tuppence.outbox.Job;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Forgets answers that nobody asks for again. That what they tell of happened once, the ledger knows for good. */
public final class ForgetAnswers implements Job {
    /** Twice as long as the contract promises. */
    private static final Duration KEPT = Duration.ofHours(48);

    private static final Duration PERIOD = Duration.ofMinutes(10);
    private static final int BATCH = 1_000;

    private final Transactions transactions;
    private final InstantSource clock;

    public ForgetAnswers(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-answers";
    }

    @Override
    public Duration every() {
        return PERIOD;
    }

    @Override
    public boolean work() {
        Instant before = Times.now(clock).minus(KEPT);
        int forgotten = transactions.run(
                session -> session.getMapper(KeptAnswerMapper.class).deleteBefore(before, BATCH));
        return forgotten == BATCH;
    }
}
