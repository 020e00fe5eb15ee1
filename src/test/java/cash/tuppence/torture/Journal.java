package cash.tuppence.torture;

import cash.tuppence.ledger.OperationId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What was asked of the ledger and what it answered: kept in a process that nobody kills. */
final class Journal {
    private final Map<OperationId, Entry> round = new ConcurrentHashMap<>();
    private final Map<OperationId, Decision> settled = new ConcurrentHashMap<>();
    private final Tally tally;

    Journal(Tally tally) {
        this.tally = tally;
    }

    /** To be called before the order leaves. */
    void asks(Order order) {
        if (!settled.containsKey(order.operation())) {
            round.computeIfAbsent(order.operation(), id -> new Entry(order)).asked(order);
        }
    }

    void hears(Answer answer) {
        Optional<Entry> entry = Optional.ofNullable(round.get(answer.operation()));
        entry.ifPresent(known -> {
            boolean first = !known.decision().isKnown() && answer.decision().isKnown();
            tally.require(known.answered(answer), "%s was then answered %s", known, answer);
            if (first && !answer.isReuse()) {
                tally.add(Tally.Count.ACKNOWLEDGED);
                tally.add(Tally.Count.REFUSED, answer.decision().isAccepted() ? 0 : 1);
            }
        });
        if (entry.isEmpty() && answer.decision().isKnown()) {
            Decision before = settled.get(answer.operation());
            tally.require(
                    answer.decision().equals(before) && answer.replayed(),
                    "settled as %s, answered %s much later",
                    before,
                    answer);
        }
    }

    Collection<Entry> round() {
        return List.copyOf(round.values());
    }

    Optional<Entry> of(OperationId operation) {
        return Optional.ofNullable(round.get(operation));
    }

    /** All of the round is decided and was looked at; only how it ended is remembered. */
    void settleRound() {
        round.forEach((operation, entry) -> settled.put(operation, entry.decision()));
        round.clear();
    }

    /** How each operation of all former rounds ended. */
    Map<OperationId, Decision> settled() {
        return settled;
    }
}
