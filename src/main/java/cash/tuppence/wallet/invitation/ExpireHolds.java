package cash.tuppence.wallet.invitation;

import cash.tuppence.core.Times;
import cash.tuppence.db.Transactions;
import cash.tuppence.ledger.Ledger;
import cash.tuppence.ledger.Movement;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.Outcome;
import cash.tuppence.ledger.Posting;
import cash.tuppence.ledger.TransferState;
import cash.tuppence.outbox.Job;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Gives back what nobody took in time. Every node may do so at once: the ledger ends each hold once. */
public final class ExpireHolds implements Job {
    private static final int BATCH = 500;
    private static final Duration PERIOD = Duration.ofSeconds(30);

    private final Transactions transactions;
    private final Ledger ledger;
    private final InstantSource clock;

    public ExpireHolds(Transactions transactions, Ledger ledger, InstantSource clock) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "expire-holds";
    }

    @Override
    public Duration every() {
        return PERIOD;
    }

    @Override
    public boolean work() {
        List<DueHold> due = due();
        return expire(due) > 0 && due.size() == BATCH;
    }

    private List<DueHold> due() {
        return transactions.read(
                session -> session.getMapper(InvitationMapper.class).dueHolds(Times.now(clock), BATCH));
    }

    /** How many were given back: what somebody else ended meanwhile was not. */
    private int expire(List<DueHold> due) {
        List<CompletableFuture<Outcome>> outcomes =
                due.stream().map(hold -> ledger.submit(release(hold))).toList();
        return (int) outcomes.stream()
                .map(CompletableFuture::join)
                .filter(Outcome.Accepted.class::isInstance)
                .count();
    }

    private static Posting release(DueHold hold) {
        OperationId operation = OperationId.of("expire", Long.toString(hold.transferId()));
        Movement.Release release =
                new Movement.Release(hold.transferId(), hold.debitAccountId(), TransferState.EXPIRED, "", 0);
        return Posting.of(operation, release, new Ending());
    }
}
