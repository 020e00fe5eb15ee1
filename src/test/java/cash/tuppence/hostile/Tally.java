package cash.tuppence.hostile;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;

/** What was asked and answered, and what was wrong with it. */
final class Tally {
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
    private final Set<String> reached = new ConcurrentSkipListSet<>();
    private final Map<String, Set<String>> fields = new ConcurrentHashMap<>();
    private final Map<String, String> findings = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger fieldValues = new AtomicInteger();

    void answered(int status) {
        requests.incrementAndGet();
        statuses.computeIfAbsent(status, none -> new AtomicInteger()).incrementAndGet();
    }

    /** Its own code looked at the request: it was not turned away at the door. */
    void reached(String pattern) {
        reached.add(pattern);
    }

    void tried(String pattern, String field) {
        fieldValues.incrementAndGet();
        fields.computeIfAbsent(pattern, none -> new ConcurrentSkipListSet<>()).add(field);
    }

    void found(String finding, String where) {
        findings.putIfAbsent(finding, where);
    }

    /** Each sort of finding, with one example. */
    List<String> findings() {
        return findings.entrySet().stream()
                .map(finding -> finding.getKey() + ": " + finding.getValue())
                .sorted()
                .toList();
    }

    Set<String> missed(Collection<String> patterns) {
        Set<String> missed = new TreeSet<>(patterns);
        missed.removeAll(reached);
        return missed;
    }

    double percent(int status) {
        return 100.0 * statuses.getOrDefault(status, new AtomicInteger()).get() / Math.max(1, requests.get());
    }

    int requests() {
        return requests.get();
    }

    int fields() {
        return fields.values().stream().mapToInt(Set::size).sum();
    }

    @Override
    public String toString() {
        return "%d routes reached, %d with fields; %d fields, %d values tried in them; %d requests; answers %s"
                .formatted(
                        reached.size(),
                        fields.size(),
                        fields(),
                        fieldValues.get(),
                        requests.get(),
                        new TreeMap<>(statuses));
    }
}
