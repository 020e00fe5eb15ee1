package cash.tuppence.torture;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** How often what happened, over all rounds, and what was found that may not be. */
final class Tally {
    /** What is counted, in the order in which it is told. */
    enum Count {
        NODES_KILLED("ledger nodes killed"),
        SERVERS_KILLED("servers killed"),
        DATABASES_KILLED("databases killed"),
        NODES_PAUSED("nodes paused"),
        WIRES_CUT("wires cut"),
        CONNECTIONS_KILLED("connections killed"),
        DEADLOCKS("deadlocks"),
        LOCK_WAITS("lock waits timed out"),
        TRIED_AGAIN("batches tried again"),
        ACKNOWLEDGED("transfers acknowledged"),
        REFUSED("of them refused"),
        UNANSWERED("left unanswered by what was killed"),
        RESENT("sent again under their ids"),
        CHECKED("checked row by row"),
        SNAPSHOTS("totals read meanwhile"),
        AUDITS_MEANWHILE("audits from the verified point on meanwhile"),
        AUDITS("audits of everything");

        private final String text;

        Count(String text) {
            this.text = text;
        }
    }

    private final Map<Count, AtomicLong> counts = new ConcurrentSkipListMap<>();
    private final List<String> discrepancies = new CopyOnWriteArrayList<>();

    Tally() {
        for (Count count : Count.values()) {
            counts.put(count, new AtomicLong());
        }
    }

    void add(Count count) {
        add(count, 1);
    }

    void add(Count count, long many) {
        counts.get(count).addAndGet(many);
    }

    long of(Count count) {
        return counts.get(count).get();
    }

    /** Something that may never be. */
    void discrepancy(String what) {
        discrepancies.add(what);
    }

    void require(boolean holds, String otherwise, Object... about) {
        if (!holds) {
            discrepancy(String.format(otherwise, about));
        }
    }

    List<String> discrepancies() {
        return discrepancies;
    }

    /** All processes that were killed. */
    long kills() {
        return of(Count.NODES_KILLED) + of(Count.SERVERS_KILLED) + of(Count.DATABASES_KILLED);
    }

    /** One line for each count, and the verdict. */
    String summary() {
        String lines = counts.entrySet().stream()
                .map(count -> String.format("%,12d  %s", count.getValue().get(), count.getKey().text))
                .collect(Collectors.joining("\n"));
        return lines + String.format("%n%,12d  discrepancies", discrepancies.size());
    }
}
