package cash.tuppence.app.load;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What happened, as it happens. */
final class Tallies {
    final LongAdder finished = new LongAdder();
    final LongAdder deferred = new LongAdder();
    final LongAdder lost = new LongAdder();
    final LongAdder replayed = new LongAdder();
    final LongAdder unknown = new LongAdder();
    final Latencies latencies = new Latencies();
    final Map<String, LongAdder> refusals = new ConcurrentSkipListMap<>();

    /** When the server last answered anything. */
    final AtomicLong lastAnswerNanos = new AtomicLong(System.nanoTime());

    void refused(String code) {
        refusals.computeIfAbsent(code, key -> new LongAdder()).increment();
    }

    long refusalCount() {
        return refusals.values().stream().mapToLong(LongAdder::sum).sum();
    }
}
