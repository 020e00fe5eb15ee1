package cash.tuppence.torture;

import java.util.LinkedHashSet;
import java.util.Set;

/** What the journal knows of one operation: what was asked, and what was said to it, however often. */
final class Entry {
    private final Order order;
    private final Set<Long> transferIds = new LinkedHashSet<>();
    private Decision decision = Decision.NONE;
    private int firsthand;
    private int contradicted;

    Entry(Order order) {
        this.order = order;
    }

    Order order() {
        return order;
    }

    synchronized void asked(Order again) {
        transferIds.add(again.transfer().key());
        contradicted += again.units() == order.units() ? 0 : 1;
    }

    /** Whether this fits to all that was said before. */
    synchronized boolean answered(Answer answer) {
        if (answer.isReuse()) {
            contradicted--;
            return contradicted >= 0;
        }
        if (!answer.decision().isKnown()) {
            return true;
        }
        firsthand += answer.replayed() ? 0 : 1;
        boolean fits = !decision.isKnown() || decision.equals(answer.decision());
        decision = answer.decision();
        return fits && firsthand <= 1;
    }

    synchronized Decision decision() {
        return decision;
    }

    /** The ids under which the transfer was asked for; it may be there under one of them at most. */
    synchronized Set<Long> transferIds() {
        return Set.copyOf(transferIds);
    }

    @Override
    public String toString() {
        return order.line() + " -> " + decision();
    }
}
