package cash.tuppence.torture;

import cash.tuppence.ledger.TransferState;
import cash.tuppence.torture.Order.Verb;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the accounts should say, by nothing but the journal: each decision's effect, done once. */
final class Books {
    /**
     * How a transfer should stand.
     *
     * @param asked its amount
     * @param posted what of it moved
     */
    record Transfer(TransferState state, long from, long to, long asked, long posted) {}

    private final Map<Long, Long> balances = new HashMap<>();
    private final Map<Long, Long> held = new HashMap<>();
    private final Map<Long, Transfer> openHolds = new HashMap<>();

    void open(long account, long units) {
        balances.put(account, units);
        held.put(account, 0L);
    }

    Map<Long, Long> balances() {
        return balances;
    }

    Map<Long, Long> held() {
        return held;
    }

    Map<Long, Transfer> openHolds() {
        return openHolds;
    }

    /** Does what was accepted, and says how its transfer stands then; the ends of holds come after all holds. */
    Optional<Transfer> apply(Order order, Decision decision) {
        if (!decision.isAccepted()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (order.verb()) {
                    case SEND -> send(order);
                    case HOLD -> hold(order, decision.transferId());
                    case POST, RELEASE -> end(order, decision.transferId());
                });
    }

    private Transfer send(Order order) {
        move(order.from(), order.to(), order.units());
        return new Transfer(TransferState.POSTED, order.from(), order.to(), order.units(), order.units());
    }

    private Transfer hold(Order order, long transferId) {
        held.merge(order.from(), order.units(), Long::sum);
        Transfer hold = new Transfer(TransferState.HELD, order.from(), order.to(), order.units(), 0);
        openHolds.put(transferId, hold);
        return hold;
    }

    private Transfer end(Order order, long transferId) {
        Transfer hold = Optional.ofNullable(openHolds.remove(transferId))
                .orElseThrow(() -> new AssertionError("a hold was ended that was not open: " + order.line()));
        held.merge(hold.from(), -hold.asked(), Long::sum);
        if (order.verb() == Verb.RELEASE) {
            return new Transfer(TransferState.VOIDED, hold.from(), hold.to(), hold.asked(), 0);
        }
        move(hold.from(), hold.to(), order.units());
        return new Transfer(TransferState.POSTED, hold.from(), hold.to(), hold.asked(), order.units());
    }

    private void move(long from, long to, long units) {
        balances.merge(from, -units, Long::sum);
        balances.merge(to, units, Long::sum);
    }

    /** A copy to try something on. */
    Books copy() {
        Books copy = new Books();
        copy.balances.putAll(balances);
        copy.held.putAll(held);
        copy.openHolds.putAll(openHolds);
        return copy;
    }
}
