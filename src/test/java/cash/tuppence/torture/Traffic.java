package cash.tuppence.torture;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.PublicId;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.torture.Order.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Makes up what is asked: pennies round a ring, to one hot wallet and at random; more than the poor have; holds and their
 * ends, several at once; tickets that more than one buys; and what was asked before, once more.
 */
final class Traffic {
    private static final int POOR = 4;
    private static final int TICKETS_AT_ONCE = 3;
    private static final int REMEMBERED = 300;

    private final List<Long> wallets;
    private final KeyMaker keys;
    private final Journal journal;
    private final List<Order> recent = new ArrayList<>();
    private final List<Order> openHolds = new ArrayList<>();
    private long firstTicket = 1;
    private int ring;

    /**
     * @param wallets the first of them is hot, the last are poor
     */
    Traffic(List<Long> wallets, KeyMaker keys, Journal journal) {
        this.wallets = wallets;
        this.keys = keys;
        this.journal = journal;
    }

    /** How many wallets at the end of the list should be given little. */
    static int poor() {
        return POOR;
    }

    synchronized Order next() {
        int dice = ThreadLocalRandom.current().nextInt(100);
        if (dice < 3 && !recent.isEmpty()) {
            return again();
        }
        if (dice < 4) {
            return contradiction().orElseGet(this::random);
        }
        if (dice < 12 && !openHolds.isEmpty()) {
            return end(pick(openHolds));
        }
        return remember(fresh(dice));
    }

    private Order fresh(int dice) {
        if (dice < 20) {
            return start(Verb.HOLD, any(), any(), units(60), 0);
        }
        if (dice < 26) {
            return start(Verb.SEND, rich(), wallets.get(0), units(9), firstTicket + random(TICKETS_AT_ONCE));
        }
        if (dice < 36) {
            return start(Verb.SEND, poorOne(), any(), units(60), 0);
        }
        if (dice < 42) {
            return start(Verb.SEND, rich(), poorOne(), units(20), 0);
        }
        if (dice < 65) {
            return start(Verb.SEND, rich(), wallets.get(0), units(9), 0);
        }
        return dice < 85 ? aroundTheRing() : random();
    }

    private Order aroundTheRing() {
        ring = (ring + 1) % wallets.size();
        return start(Verb.SEND, wallets.get(ring), wallets.get((ring + 1) % wallets.size()), units(50), 0);
    }

    private Order random() {
        return start(Verb.SEND, any(), any(), units(500), 0);
    }

    /** A sender may well be its own recipient: that is refused, too. */
    private Order start(Verb verb, long from, long to, long units, long ticket) {
        return new Order(OperationId.random(), verb, newId(), from, to, units, ticket);
    }

    private Order end(Order hold) {
        Verb verb = random(3) == 0 ? Verb.RELEASE : Verb.POST;
        long units = random(2) == 0 ? hold.units() : units(hold.units());
        return new Order(OperationId.random(), verb, hold.transfer(), hold.from(), hold.to(), units, 0);
    }

    /** Half of those who ask again have made a new transfer id. */
    private Order again() {
        Order order = pick(recent);
        return order.starts() && random(2) == 0 ? order.withTransfer(newId()) : order;
    }

    private Optional<Order> contradiction() {
        return recent.isEmpty()
                ? Optional.empty()
                : journal.of(pick(recent).operation())
                        .filter(entry -> entry.decision().isKnown())
                        .map(entry -> entry.order().withUnits(entry.order().units() + 1));
    }

    private Order remember(Order order) {
        if (recent.size() >= REMEMBERED) {
            recent.remove(random(REMEMBERED));
        }
        recent.add(order);
        return order;
    }

    /** Looks at an answer for what can be done next. */
    synchronized void hears(Answer answer) {
        journal.of(answer.operation()).map(Entry::order).ifPresent(order -> {
            boolean accepted = answer.decision().isAccepted();
            if (order.verb() == Verb.HOLD && accepted) {
                opened(order.withTransfer(new PublicId(
                        TransferRow.PREFIX,
                        answer.decision().transferId(),
                        order.transfer().nonce())));
            } else if (!order.starts() && answer.decision().isKnown()) {
                ended(order.transfer().key());
            }
            if (order.ticket() != 0 && accepted) {
                firstTicket = Math.max(firstTicket, order.ticket() + 1);
            }
        });
    }

    private void opened(Order hold) {
        if (openHolds.stream()
                .noneMatch(known -> known.transfer().key() == hold.transfer().key())) {
            openHolds.add(hold);
        }
    }

    /** Where its end was refused, it has ended before, or is asked for more than it holds: another one will do. */
    private void ended(long transferId) {
        openHolds.removeIf(hold -> hold.transfer().key() == transferId);
    }

    /** Forgets what was asked, since it is settled. */
    synchronized void settleRound() {
        recent.clear();
    }

    /** Tickets from this one on are asked for next. */
    synchronized long firstTicket() {
        return firstTicket;
    }

    PublicId newId() {
        return keys.newId(TransferRow.PREFIX);
    }

    private long any() {
        return pick(wallets);
    }

    private long rich() {
        return wallets.get(1 + random(wallets.size() - POOR - 1));
    }

    private long poorOne() {
        return wallets.get(wallets.size() - 1 - random(POOR));
    }

    private static long units(long most) {
        return ThreadLocalRandom.current().nextLong(1, most + 1);
    }

    private static int random(int bound) {
        return ThreadLocalRandom.current().nextInt(bound);
    }

    private static <T> T pick(List<T> all) {
        return all.get(random(all.size()));
    }
}
