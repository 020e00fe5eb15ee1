package cash.tuppence.ledger.stage;

import cash.tuppence.core.Reason;
import cash.tuppence.ledger.Kind;
import cash.tuppence.ledger.Movement;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.Posting;
import cash.tuppence.ledger.TransferState;
import cash.tuppence.testing.Tickets.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a ledger should do, written as plainly as can be: no database, no batches, one posting after the other. */
final class LedgerModel {
    private final Map<Long, Long> balances = new HashMap<>();
    private final Map<Long, List<Long>> entries = new HashMap<>();
    private final Map<Long, Movement.Hold> open = new HashMap<>();
    private final Map<Long, TransferState> states = new TreeMap<>();
    private final Map<OperationId, Decided> decided = new HashMap<>();
    private final Set<Long> frozen = new HashSet<>();
    private final Set<Long> sold = new HashSet<>();

    /**
     * @param content what was asked for, but for what its sender makes anew at each try
     */
    private record Decided(String content, String outcome) {}

    void open(long account, long units) {
        balances.put(account, units);
        entries.put(account, new ArrayList<>(List.of(units)));
    }

    void freeze(long account, boolean freeze) {
        if (freeze) {
            frozen.add(account);
        } else {
            frozen.remove(account);
        }
    }

    long balance(long account) {
        return balances.get(account);
    }

    long held(long account) {
        return open.values().stream()
                .filter(hold -> hold.debitAccount() == account)
                .mapToLong(hold -> hold.amount().units())
                .sum();
    }

    /** The signed amounts that came and went, the smallest first. */
    List<Long> entries(long account) {
        return entries.get(account).stream().sorted().toList();
    }

    /** How each transfer that was made stands. */
    Map<Long, TransferState> states() {
        return states;
    }

    /** ACCEPTED or the reason, with " again" where that operation was decided before. */
    String apply(Posting posting, Instant now) {
        String content = content(posting.movement());
        Decided known = decided.get(posting.operation());
        if (known != null) {
            return known.content().equals(content) ? known.outcome() + " again" : Reason.OPERATION_ID_REUSED.name();
        }
        String outcome = decide(posting, now).map(Reason::name).orElse("ACCEPTED");
        decided.put(posting.operation(), new Decided(content, outcome));
        return outcome;
    }

    private static String content(Movement movement) {
        if (movement instanceof Movement.Transfer transfer) {
            return "transfer " + transfer.kind() + transfer.debitAccount() + " " + transfer.creditTo() + " "
                    + transfer.amount();
        }
        if (movement instanceof Movement.Hold hold) {
            return "hold " + hold.kind() + hold.debitAccount() + " " + hold.creditAccount() + " " + hold.amount();
        }
        return movement.toString();
    }

    private Optional<Reason> decide(Posting posting, Instant now) {
        Optional<Reason> refusal = refusal(posting, now);
        if (refusal.isEmpty()) {
            perform(posting.movement());
            tickets(posting).forEach(sold::add);
        }
        return refusal;
    }

    private static List<Long> tickets(Posting posting) {
        return posting.attachments().stream()
                .map(attachment -> ((Ticket) attachment).id())
                .toList();
    }

    /** In the order of what is asked: what it is, whether the ticket is there, whether one may, whether one can. */
    private Optional<Reason> refusal(Posting posting, Instant now) {
        Movement movement = posting.movement();
        boolean starts = movement instanceof Movement.Transfer || movement instanceof Movement.Hold;
        Optional<Reason> byState = starts ? byKind(movement) : byHold(movement, now);
        if (byState.isPresent()) {
            return byState;
        }
        if (tickets(posting).stream().anyMatch(sold::contains)) {
            return Optional.of(Reason.STATE_CONFLICT);
        }
        if (starts && frozen.contains(movement.debitAccount())) {
            return Optional.of(Reason.ACCOUNT_FROZEN);
        }
        long available = balance(movement.debitAccount()) - held(movement.debitAccount());
        return starts && available < units(movement) ? Optional.of(Reason.INSUFFICIENT_FUNDS) : Optional.empty();
    }

    private static Optional<Reason> byKind(Movement movement) {
        Kind kind =
                movement instanceof Movement.Transfer transfer ? transfer.kind() : ((Movement.Hold) movement).kind();
        boolean toItself =
                movement.creditAccount().isPresent() && movement.creditAccount().getAsLong() == movement.debitAccount();
        boolean betweenWallets = Set.of(Kind.SEND, Kind.GIFT, Kind.GIVE, Kind.PAYMENT, Kind.REFUND)
                .contains(kind);
        return toItself || !betweenWallets || !asset(movement).equals("USD")
                ? Optional.of(Reason.KIND_NOT_ALLOWED)
                : Optional.empty();
    }

    private static String asset(Movement movement) {
        return movement instanceof Movement.Transfer transfer
                ? transfer.amount().asset().code()
                : ((Movement.Hold) movement).amount().asset().code();
    }

    private Optional<Reason> byHold(Movement movement, Instant now) {
        Movement.Hold hold = open.get(movement.transferId());
        boolean expired = hold != null && !hold.expiresAt().isAfter(now);
        boolean expiring = movement instanceof Movement.Release release && release.to() == TransferState.EXPIRED;
        boolean posting = movement instanceof Movement.Post;
        if (hold == null || (posting && expired) || (expiring && !expired)) {
            return Optional.of(Reason.HOLD_NOT_OPEN);
        }
        if (posting && units(movement) > hold.amount().units()) {
            return Optional.of(Reason.HOLD_EXCEEDED);
        }
        return posting && movement.creditAccount().getAsLong() == movement.debitAccount()
                ? Optional.of(Reason.KIND_NOT_ALLOWED)
                : Optional.empty();
    }

    private long units(Movement movement) {
        if (movement instanceof Movement.Transfer transfer) {
            return transfer.amount().units();
        }
        if (movement instanceof Movement.Hold hold) {
            return hold.amount().units();
        }
        Movement.Post post = (Movement.Post) movement;
        return post.amount()
                .orElseGet(() -> open.get(post.transferId()).amount())
                .units();
    }

    private void perform(Movement movement) {
        if (movement instanceof Movement.Hold hold) {
            open.put(hold.transferId(), hold);
            boolean known = hold.creditAccount().isPresent();
            states.put(hold.transferId(), known ? TransferState.HELD : TransferState.WAITING);
        } else if (movement instanceof Movement.Release release) {
            open.remove(release.transferId());
            states.put(release.transferId(), release.to());
        } else {
            long units = units(movement);
            open.remove(movement.transferId());
            move(movement.debitAccount(), -units);
            move(movement.creditAccount().getAsLong(), units);
            states.put(movement.transferId(), TransferState.POSTED);
        }
    }

    private void move(long account, long units) {
        balances.merge(account, units, Long::sum);
        entries.get(account).add(units);
    }
}
