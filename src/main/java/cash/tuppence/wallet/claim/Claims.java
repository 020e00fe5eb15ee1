package cash.tuppence.wallet.claim;

import cash.tuppence.core.Futures;
import cash.tuppence.core.Times;
import cash.tuppence.ledger.Accounts;
import cash.tuppence.ledger.Ledger;
import cash.tuppence.ledger.Movement;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.Outcome;
import cash.tuppence.ledger.Posting;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.ledger.TransferState;
import cash.tuppence.member.Viewer;
import cash.tuppence.wallet.Parties;
import cash.tuppence.wallet.Sides;
import cash.tuppence.wallet.event.Arrivals;
import cash.tuppence.wallet.invitation.Ending;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Ends the waiting of an invitation: it is accepted, declined, or taken back. The ledger lets only one of them win. */
public final class Claims {
    private final Ledger ledger;
    private final Accounts accounts;
    private final Parties parties;
    private final Arrivals arrivals;
    private final InstantSource clock;

    public Claims(Ledger ledger, Accounts accounts, Parties parties, Arrivals arrivals, InstantSource clock) {
        this.ledger = ledger;
        this.accounts = accounts;
        this.parties = parties;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /** How it stands just now: what waited too long is over, whether or not anybody has swept it up yet. */
    public TransferState stateOf(TransferRow transfer) {
        boolean isLate = transfer.state().isOpen()
                && transfer.expiresAt()
                        .filter(expiresAt -> !expiresAt.isAfter(Times.now(clock)))
                        .isPresent();
        return isLate ? TransferState.EXPIRED : transfer.state();
    }

    /** Moves what waited into the claimer's wallet. */
    public Outcome accept(TransferRow gift, Viewer claimer, OperationId operation) {
        return Futures.await(submit(gift, claimer, operation));
    }

    /** As {@link #accept}, without waiting. */
    public CompletableFuture<Outcome> submit(TransferRow gift, Viewer claimer, OperationId operation) {
        long credit = accounts.open(claimer.profileId(), gift.amount().asset());
        Movement.Post post =
                new Movement.Post(gift.id(), gift.debitAccountId(), credit, Optional.empty(), claimer.memberId());
        Sides before = parties.sides(gift);
        Sides sides = new Sides(before.sender(), Parties.of(claimer), before.actor());
        return ledger.submit(Posting.of(operation, post, new Ending(), arrivals.ofEnded(sides, gift)));
    }

    /**
     * Gives it back to its sender.
     *
     * @param actorId the member who declines, or 0 for a visitor
     */
    public Outcome decline(TransferRow gift, long actorId, OperationId operation) {
        return release(gift, TransferState.DECLINED, actorId, operation);
    }

    /** Takes it back, for its sender. */
    public Outcome retract(TransferRow gift, long actorId, OperationId operation) {
        return release(gift, TransferState.RETRACTED, actorId, operation);
    }

    private Outcome release(TransferRow gift, TransferState to, long actorId, OperationId operation) {
        Movement.Release release = new Movement.Release(gift.id(), gift.debitAccountId(), to, "", actorId);
        return ledger.post(Posting.of(operation, release, new Ending()));
    }
}
