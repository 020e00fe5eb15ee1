package cash.tuppence.ledger.stage;

import cash.tuppence.core.Money;
import cash.tuppence.core.Reason;
import cash.tuppence.ledger.Denial;
import cash.tuppence.ledger.Draft;
import cash.tuppence.ledger.Kind;
import cash.tuppence.ledger.LimitTable;
import cash.tuppence.ledger.Limits;
import cash.tuppence.ledger.Movement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What limits say, for one batch. The counters stand in the accounts' own rows, which the batch has locked and writes
 * anyway, so limits cost no statement, and neither ten postings at once nor two nodes can pass what one could not.
 */
final class Limiter {
    private final Locked locked;
    private final LimitTable table;
    private final LocalDate today;

    Limiter(Locked locked, LimitTable table, Instant now) {
        this.locked = locked;
        this.table = table;
        this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /** What leaves a wallet is limited when it is reserved, not when it goes. */
    Optional<Denial> refusalBySpending(Draft draft) {
        Book payer = locked.book(draft.debit().id());
        return draft.isNewOutgoing()
                        && payer.isLimited()
                        && kindOf(draft.posting().movement()).isSpending()
                ? refusalOf(draft.amount(), payer)
                : Optional.empty();
    }

    private Optional<Denial> refusalOf(Money amount, Book payer) {
        Limits limits = table.of(payer.limitClass());
        if (amount.units() > limits.transfer()) {
            return Optional.of(Denial.of(Reason.LIMIT_TRANSFER, payer.money(limits.transfer())));
        }
        long dayUnits = payer.spending().on(today).dayUnits();
        return refusalOf(Reason.LIMIT_DAY, amount, payer, limits.day(), dayUnits)
                .or(() -> {
                    long monthUnits = payer.spending().on(today).monthUnits();
                    return refusalOf(Reason.LIMIT_MONTH, amount, payer, limits.month(), monthUnits);
                });
    }

    private static Optional<Denial> refusalOf(Reason reason, Money amount, Book payer, long limit, long used) {
        long left = Math.max(0, limit - used);
        boolean exceeded = limit < Long.MAX_VALUE && amount.units() > left;
        return exceeded ? Optional.of(Denial.of(reason, payer.money(limit), payer.money(left))) : Optional.empty();
    }

    /**
     * What arrives is limited when it is promised to somebody: never when a hold for them is posted, so that a capture
     * goes through. Asked last, since it tells the payer something of another's wallet, and only of cash that could move.
     */
    Optional<Denial> refusalByRoom(Draft draft) {
        Movement movement = draft.posting().movement();
        OptionalLong credit = movement.creditAccount();
        if (credit.isEmpty() || !kindOf(movement).needsRoom() || wasPromised(movement)) {
            return Optional.empty();
        }
        Book taker = locked.book(credit.getAsLong());
        return taker.isLimited() ? refusalOf(movement, draft.amount(), taker) : Optional.empty();
    }

    private boolean wasPromised(Movement movement) {
        return movement instanceof Movement.Post
                && !locked.hold(movement.transferId()).orElseThrow().isForAnybody();
    }

    /** Whoever claims is told of their own wallet; whoever sends is not told what is in another's. */
    private Optional<Denial> refusalOf(Movement movement, Money amount, Book taker) {
        long limit = table.of(taker.limitClass()).balance();
        long left = Math.max(0, limit - taker.balance());
        if (limit == Long.MAX_VALUE || amount.units() <= left) {
            return Optional.empty();
        }
        return Optional.of(
                movement instanceof Movement.Post
                        ? Denial.of(Reason.LIMIT_BALANCE, taker.money(limit), taker.money(left))
                        : Denial.of(Reason.LIMIT_RECIPIENT));
    }

    private Kind kindOf(Movement movement) {
        if (movement instanceof Movement.Transfer transfer) {
            return transfer.kind();
        }
        return movement instanceof Movement.Hold hold
                ? hold.kind()
                : locked.hold(movement.transferId()).orElseThrow().kind();
    }

    /** Counts what was accepted; what was reserved and goes back is counted no more. */
    void take(Draft draft) {
        Book payer = locked.book(draft.debit().id());
        Movement movement = draft.posting().movement();
        if (!payer.isLimited() || !kindOf(movement).isSpending()) {
            return;
        }
        if (draft.isNewOutgoing()) {
            payer.spend(payer.spending().plus(draft.amount().units(), today));
        } else {
            giveBack(payer, locked.hold(movement.transferId()).orElseThrow(), draft);
        }
    }

    private void giveBack(Book payer, OpenHold hold, Draft draft) {
        boolean posts = draft.posting().movement() instanceof Movement.Post;
        long units = posts ? hold.amount() - draft.amount().units() : hold.amount();
        payer.spend(payer.spending().minus(units, hold.reservedOn(), today));
    }
}
