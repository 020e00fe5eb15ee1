package cash.tuppence.wallet.settlement;

import cash.tuppence.core.Futures;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Times;
import cash.tuppence.ledger.DueSettlement;
import cash.tuppence.ledger.Ledger;
import cash.tuppence.ledger.Movement;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.Outcome;
import cash.tuppence.ledger.Posting;
import cash.tuppence.ledger.Settlements;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.outbox.Job;
import cash.tuppence.wallet.Parties;
import cash.tuppence.wallet.Transfers;
import cash.tuppence.wallet.event.Arrivals;
import cash.tuppence.wallet.invitation.Ending;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts the holds whose settlement was ordered. Every node may do so at once, and one finishes what another left: each
 * order has one operation id, so the ledger posts each hold once.
 */
public final class SettleHolds implements Job {
    public static final String NAME = "settle-holds";

    private static final Logger LOG = LoggerFactory.getLogger(SettleHolds.class);
    private static final int BATCH = 500;
    private static final Duration PERIOD = Duration.ofSeconds(10);
    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);

    private final Settlements settlements;
    private final Transfers transfers;
    private final Parties parties;
    private final Arrivals arrivals;
    private final Ledger ledger;
    private final InstantSource clock;

    public SettleHolds(
            Settlements settlements,
            Transfers transfers,
            Parties parties,
            Arrivals arrivals,
            Ledger ledger,
            InstantSource clock) {
        this.settlements = settlements;
        this.transfers = transfers;
        this.parties = parties;
        this.arrivals = arrivals;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration every() {
        return PERIOD;
    }

    @Override
    public boolean work() {
        List<DueSettlement> due = settlements.due(Times.now(clock), BATCH);
        settle(due);
        return due.size() == BATCH;
    }

    private void settle(List<DueSettlement> due) {
        Map<Long, TransferRow> holds =
                transfers.byKeys(due.stream().map(DueSettlement::transferId).toList());
        Map<Long, CompletableFuture<Outcome>> outcomes = new LinkedHashMap<>();
        for (DueSettlement one : due) {
            outcomes.put(one.transferId(), ledger.submit(posting(one, holds.get(one.transferId()))));
        }
        outcomes.forEach(this::conclude);
    }

    private Posting posting(DueSettlement due, TransferRow hold) {
        Movement.Post post = new Movement.Post(
                hold.id(),
                hold.debitAccountId(),
                hold.creditAccountId().orElseThrow(),
                Optional.empty(),
                hold.actorId());
        return Posting.of(
                OperationId.of(
                        "settle", Long.toString(hold.id()), due.settleAt().toString()),
                post,
                new Ending(),
                arrivals.ofEnded(parties.sides(hold), hold));
    }

    /** None of them is left due, or the others would wait behind it for ever. */
    private void conclude(long transferId, CompletableFuture<Outcome> posting) {
        Instant now = Times.now(clock);
        try {
            Outcome outcome = Futures.await(posting);
            if (outcome instanceof Outcome.Refused refused && refused.reason() != Reason.HOLD_NOT_OPEN) {
                LOG.error("the hold {} cannot be settled: {}", transferId, refused.reason());
                settlements.cancel(transferId);
            }
        } catch (RuntimeException e) {
            LOG.error("settling the hold {} failed and is tried again later", transferId, e);
            settlements.putOff(transferId, now, AFTER_A_FAILURE);
        }
    }
}
