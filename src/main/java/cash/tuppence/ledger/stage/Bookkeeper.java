package cash.tuppence.ledger.stage;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Money;
import cash.tuppence.core.Reason;
import cash.tuppence.ledger.Draft;
import cash.tuppence.ledger.Kind;
import cash.tuppence.ledger.Movement;
import cash.tuppence.ledger.Posting;
import cash.tuppence.ledger.TransferState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;

/** The ledger's own rules for one batch, and what an accepted posting does to balances, holds and entries. */
final class Bookkeeper {
    private final Locked locked;
    private final Rows rows;
    private final KeyMaker keys;
    private final Instant now;

    Bookkeeper(Locked locked, Rows rows, KeyMaker keys, Instant now) {
        this.locked = locked;
        this.rows = rows;
        this.keys = keys;
        this.now = now;
    }

    /** What the posting comes to, by what is true before it. */
    Draft draft(Posting posting) {
        Movement movement = posting.movement();
        Book debit = locked.book(movement.debitAccount());
        return new Draft(posting, debit.view(), amountOf(movement), stateAfter(movement), now);
    }

    private Money amountOf(Movement movement) {
        if (movement instanceof Movement.Transfer transfer) {
            return transfer.amount();
        }
        if (movement instanceof Movement.Hold hold) {
            return hold.amount();
        }
        Money all = Money.ofUnits(
                locked.hold(movement.transferId()).map(OpenHold::amount).orElse(0L),
                locked.book(movement.debitAccount()).asset());
        return movement instanceof Movement.Post post ? post.amount().orElse(all) : all;
    }

    private static TransferState stateAfter(Movement movement) {
        if (movement instanceof Movement.Hold hold) {
            return hold.creditAccount().isPresent() ? TransferState.HELD : TransferState.WAITING;
        }
        return movement instanceof Movement.Release release ? release.to() : TransferState.POSTED;
    }

    /** What the declared lists and the state of a hold say against it. */
    Optional<Reason> refusalByState(Draft draft) {
        Movement movement = draft.posting().movement();
        if (movement instanceof Movement.Transfer transfer) {
            return refusalByKind(transfer.kind(), draft);
        }
        if (movement instanceof Movement.Hold hold) {
            return refusalByKind(hold.kind(), draft);
        }
        return locked.hold(movement.transferId())
                .map(hold -> refusalByHold(hold, draft))
                .orElse(Optional.of(Reason.HOLD_NOT_OPEN));
    }

    private Optional<Reason> refusalByHold(OpenHold hold, Draft draft) {
        if (!hold.mayBecome(draft.becomes(), now)) {
            return Optional.of(Reason.HOLD_NOT_OPEN);
        }
        hold.requireSame(draft.posting().movement());
        if (draft.amount().units() > hold.amount()) {
            return Optional.of(Reason.HOLD_EXCEEDED);
        }
        return refusalByKind(hold.kind(), draft);
    }

    private Optional<Reason> refusalByKind(Kind kind, Draft draft) {
        Book debit = locked.book(draft.debit().id());
        OptionalLong credit = draft.posting().movement().creditAccount();
        boolean allowed = debit.asset().equals(draft.amount().asset())
                && (credit.isPresent()
                        ? allows(kind, debit, locked.book(credit.getAsLong()))
                        : kind.allowsDebitOf(debit.type()));
        if (!allowed) {
            return Optional.of(Reason.KIND_NOT_ALLOWED);
        }
        return arrivesNowhere(credit) ? Optional.of(Reason.RECIPIENT_UNKNOWN) : Optional.empty();
    }

    private boolean arrivesNowhere(OptionalLong credit) {
        return credit.isPresent() && locked.book(credit.getAsLong()).closed();
    }

    private static boolean allows(Kind kind, Book debit, Book credit) {
        return debit.id() != credit.id()
                && debit.asset().equals(credit.asset())
                && kind.allows(debit.type(), credit.type());
    }

    /** Only what is new needs funds: what was held is there already. */
    Optional<Reason> refusalByFunds(Draft draft) {
        boolean funded = !draft.isNewOutgoing()
                || locked.book(draft.debit().id()).canSpend(draft.amount().units());
        return funded ? Optional.empty() : Optional.of(Reason.INSUFFICIENT_FUNDS);
    }

    /** Does what was accepted: in memory, and as rows to write. */
    void apply(Draft draft) {
        Movement movement = draft.posting().movement();
        if (movement instanceof Movement.Transfer transfer) {
            apply(transfer);
        } else if (movement instanceof Movement.Hold hold) {
            apply(hold, draft.becomes());
        } else if (movement instanceof Movement.Post post) {
            apply(post, draft.amount().units());
        } else if (movement instanceof Movement.Release release) {
            end(release, release.to(), 0, release.reason());
        }
    }

    private void apply(Movement.Transfer transfer) {
        long units = transfer.amount().units();
        rows.transfers.add(new Rows.NewTransfer(
                transfer.id(),
                transfer.kind(),
                TransferState.POSTED,
                transfer.amount().asset().code(),
                units,
                units,
                transfer.debitAccount(),
                transfer.creditAccount(),
                transfer.details(),
                now,
                null,
                now));
        move(transfer.transferId(), transfer.debitAccount(), transfer.creditTo(), units);
    }

    private void apply(Movement.Hold hold, TransferState state) {
        long units = hold.amount().units();
        rows.transfers.add(new Rows.NewTransfer(
                hold.id(),
                hold.kind(),
                state,
                hold.amount().asset().code(),
                units,
                0,
                hold.debitAccount(),
                hold.creditAccount(),
                hold.details(),
                now,
                hold.expiresAt(),
                null));
        rows.holds.add(new Rows.NewHold(hold.transferId(), hold.debitAccount(), units, hold.expiresAt()));
        locked.book(hold.debitAccount()).reserve(units);
        locked.add(new OpenHold(hold, LocalDate.ofInstant(now, ZoneOffset.UTC)));
    }

    private void apply(Movement.Post post, long units) {
        end(post, TransferState.POSTED, units, "");
        move(post.transferId(), post.debitAccount(), post.creditTo(), units);
    }

    private void end(Movement movement, TransferState state, long posted, String reason) {
        OpenHold hold = locked.hold(movement.transferId()).orElseThrow();
        hold.become(state);
        locked.book(movement.debitAccount()).release(hold.amount());
        rows.endedHolds.add(
                new Rows.EndedHold(movement.transferId(), state, posted, movement.creditAccount(), reason, now));
    }

    /** The two legs: they sum to zero because they are the same number. */
    private void move(long transferId, long debitAccount, long creditAccount, long units) {
        leg(transferId, debitAccount, -units);
        leg(transferId, creditAccount, units);
    }

    private void leg(long transferId, long accountId, long units) {
        long balanceAfter = locked.book(accountId).add(units);
        rows.entries.add(new Rows.NewEntry(keys.next(), transferId, accountId, units, balanceAfter, now));
    }
}
