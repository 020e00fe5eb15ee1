package cash.tuppence.webhook.delivery;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Shares this node's senders among endpoints, so that a dead or slow one delays only itself: each has so many at once;
 * one that failed or was slow the last time has few, and all of those together only a part.
 */
final class Lanes {
    private final LaneLimits limits;
    private final Map<Long, Integer> busy = new HashMap<>();
    private final Set<Long> slow = new HashSet<>();
    private int allBusy;

    Lanes(LaneLimits limits) {
        this.limits = limits;
    }

    /** What is free now, to plan with. */
    synchronized Lanes copy() {
        Lanes copy = new Lanes(limits);
        copy.busy.putAll(busy);
        copy.slow.addAll(slow);
        copy.allBusy = allBusy;
        return copy;
    }

    /** How many more may be sent to that endpoint now. */
    synchronized int freeFor(long endpointId) {
        int own = busy.getOrDefault(endpointId, 0);
        int free = limits.senders() - allBusy;
        if (slow.contains(endpointId)) {
            return atLeastZero(Math.min(free, Math.min(limits.slowEach() - own, limits.slowTogether() - slowBusy())));
        }
        return atLeastZero(Math.min(free, limits.each() - own));
    }

    /** How many more may be sent in all. */
    synchronized int free() {
        return limits.senders() - allBusy;
    }

    synchronized boolean isIdle() {
        return allBusy == 0;
    }

    synchronized void begin(long endpointId) {
        busy.merge(endpointId, 1, Integer::sum);
        allBusy++;
    }

    /**
     * @param wasGood whether it was answered, as it should be and soon
     */
    synchronized void end(long endpointId, boolean wasGood) {
        busy.computeIfPresent(endpointId, (id, count) -> count == 1 ? null : count - 1);
        allBusy--;
        if (wasGood) {
            slow.remove(endpointId);
        } else {
            slow.add(endpointId);
        }
    }

    private int slowBusy() {
        return slow.stream().mapToInt(id -> busy.getOrDefault(id, 0)).sum();
    }

    private static int atLeastZero(int count) {
        return Math.max(count, 0);
    }
}
