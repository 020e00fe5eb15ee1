package cash.tuppence.ledger.stage;

import cash.tuppence.core.Reason;
import cash.tuppence.ledger.Movement;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.Posting;
import cash.tuppence.ledger.TransferState;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What a ledger should do, written as plainly as can be: no database, no batches, one posting after the other. */
final class LedgerModel {
    private final Map<Long, Long> balances = new HashMap<>();
    private final Map<Long, Map<Long, Long>> heldOf = new HashMap<>();
    private final Map<Long, Movement.Hold> open = new HashMap<>();
    private final Map<OperationId, String> decided = new HashMap<>();

    void open(long account, long units) {
        balances.put(account, units);
        heldOf.put(account, new HashMap<>());
    }

    long balance(long account) {
        return balances.get(account);
    }

    long held(long account) {
        return heldOf.get(account).values().stream().mapToLong(Long::longValue).sum();
    }

    /** ACCEPTED or the reason, with " again" where that operation was decided before. */
    String apply(Posting posting, Instant now) {
        String known = decided.get(posting.operation());
        if (known != null) {
            return known + " again";
        }
        String outcome = decide(posting.movement(), now).map(Reason::name).orElse("ACCEPTED");
        decided.put(posting.operation(), outcome);
        return outcome;
    }

    private Optional<Reason> decide(Movement movement, Instant now) {
        if (movement instanceof Movement.Transfer transfer) {
            return transfer(transfer);
        }
        if (movement instanceof Movement.Hold hold) {
            return hold(hold);
        }
        return end(movement, now);
    }

    private Optional<Reason> transfer(Movement.Transfer transfer) {
        if (transfer.debitAccount() == transfer.creditTo()) {
            return Optional.of(Reason.KIND_NOT_ALLOWED);
        }
        return funded(transfer.debitAccount(), transfer.amount().units(), () -> {
            move(transfer.debitAccount(), transfer.creditTo(), transfer.amount().units());
            return Optional.empty();
        });
    }

    private Optional<Reason> hold(Movement.Hold hold) {
        return funded(hold.debitAccount(), hold.amount().units(), () -> {
            heldOf.get(hold.debitAccount()).put(hold.transferId(), hold.amount().units());
            open.put(hold.transferId(), hold);
            return Optional.empty();
        });
    }

    private Optional<Reason> end(Movement movement, Instant now) {
        Movement.Hold hold = open.get(movement.transferId());
        boolean expired = hold != null && !hold.expiresAt().isAfter(now);
        boolean expiring = movement instanceof Movement.Release release && release.to() == TransferState.EXPIRED;
        boolean posting = movement instanceof Movement.Post;
        if (hold == null || (posting && expired) || (expiring && !expired)) {
            return Optional.of(Reason.HOLD_NOT_OPEN);
        }
        if (movement instanceof Movement.Post post) {
            long units = post.amount().orElse(hold.amount()).units();
            if (units > hold.amount().units()) {
                return Optional.of(Reason.HOLD_EXCEEDED);
            }
            if (post.creditTo() == post.debitAccount()) {
                return Optional.of(Reason.KIND_NOT_ALLOWED);
            }
            move(post.debitAccount(), post.creditTo(), units);
        }
        open.remove(hold.transferId());
        heldOf.get(hold.debitAccount()).remove(hold.transferId());
        return Optional.empty();
    }

    private Optional<Reason> funded(long account, long units, Supplier<Optional<Reason>> then) {
        return balance(account) - held(account) < units ? Optional.of(Reason.INSUFFICIENT_FUNDS) : then.get();
    }

    private void move(long from, long to, long units) {
        balances.merge(from, -units, Long::sum);
        balances.merge(to, units, Long::sum);
    }
}
