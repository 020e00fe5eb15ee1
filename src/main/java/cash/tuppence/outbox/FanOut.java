package cash.tuppence.outbox;

import cash.tuppence.db.Transactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Hands each event to all listeners, once, in the transaction that also marks it as handed over. */
public final class FanOut implements Job {
    public static final String NAME = "fan-out-events";

    private static final Duration REST = Duration.ofMillis(15);

    /** How many go into one transaction. */
    private static final int MOST_AT_ONCE = 500;

    private final Transactions transactions;
    private final List<Listener> listeners;

    public FanOut(Transactions transactions, List<Listener> listeners) {
        this.transactions = transactions;
        this.listeners = List.copyOf(listeners);
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Woken by this node's own commits; the period is for what another node committed just before it died. */
    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Duration rest() {
        return REST;
    }

    @Override
    public boolean work() {
        List<Listener.Aftermath> aftermaths = new ArrayList<>();
        boolean done = false;
        try {
            int handed = handOver(aftermaths);
            done = true;
            return handed == MOST_AT_ONCE;
        } finally {
            aftermaths.forEach(done ? Listener.Aftermath::committed : Listener.Aftermath::undone);
        }
    }

    private int handOver(List<Listener.Aftermath> aftermaths) {
        return transactions.run(session -> {
            EventMapper mapper = session.getMapper(EventMapper.class);
            List<Event> events = mapper.lockPending(MOST_AT_ONCE);
            if (!events.isEmpty()) {
                listeners.forEach(listener -> aftermaths.add(listener.take(session, events)));
                mapper.markFannedOut(events.stream().map(Event::id).toList());
            }
            return events.size();
        });
    }
}
