package cash.tuppence.webhook.delivery;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Shares this node's senders among endpoints, so that a dead or slow one delays only itself. Each has a window of how
 * many may be sent to it at once: it begins small and doubles when a good answer comes while all of it is in use, so that
 * a busy endpoint gets much and one that falls silent holds little. One that failed or was slow the last time has few,
 * and all of those together only a part.
 */
final class Lanes {
    private final LaneLimits limits;
    private final Map<Long, Integer> busy = new HashMap<>();
    private final Map<Long, Integer> windows = new HashMap<>();
    private final Set<Long> slow = new HashSet<>();

    /** Those for which more may be due than there was room for. */
    private final Set<Long> backlogs = new HashSet<>();

    private int allBusy;

    Lanes(LaneLimits limits) {
        this.limits = limits;
    }

    /** How many more may be sent to that endpoint now. */
    synchronized int freeFor(long endpointId) {
        int own = slow.contains(endpointId)
                ? Math.min(limits.slowEach() - busy(endpointId), limits.slowTogether() - slowBusy())
                : window(endpointId) - busy(endpointId);
        return Math.max(0, Math.min(own, free()));
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

    /** Begins one if that endpoint has room for it and nothing waits for it longer. */
    synchronized boolean beginAtOnce(long endpointId) {
        boolean may = !backlogs.contains(endpointId) && freeFor(endpointId) > 0;
        if (may) {
            begin(endpointId);
        } else {
            backlogs.add(endpointId);
        }
        return may;
    }

    /** Begins as many as there is room for. */
    synchronized int beginAll(long endpointId) {
        int count = freeFor(endpointId);
        for (int i = 0; i < count; i++) {
            begin(endpointId);
        }
        return count;
    }

    /** One that was begun is not sent after all. */
    synchronized void giveBack(long endpointId) {
        busy.computeIfPresent(endpointId, (id, count) -> count == 1 ? null : count - 1);
        allBusy--;
    }

    /** What waits, waits for those endpoints only. */
    synchronized void waitingAre(Collection<Long> endpointIds) {
        backlogs.retainAll(endpointIds);
    }

    /** Nothing waits for that endpoint any more. */
    synchronized void caughtUp(long endpointId) {
        backlogs.remove(endpointId);
    }

    /** Whether something may wait for room. */
    synchronized boolean hasBacklog() {
        return !backlogs.isEmpty();
    }

    /**
     * @param wasGood whether it was answered, as it should be and soon
     */
    synchronized void end(long endpointId, boolean wasGood) {
        if (wasGood) {
            slow.remove(endpointId);
            widen(endpointId);
        } else {
            slow.add(endpointId);
            windows.remove(endpointId);
        }
        giveBack(endpointId);
    }

    private void widen(long endpointId) {
        int window = window(endpointId);
        if (busy(endpointId) >= window) {
            windows.put(endpointId, Math.min(window * 2, limits.widest()));
        }
    }

    private int window(long endpointId) {
        return windows.getOrDefault(endpointId, limits.first());
    }

    private int busy(long endpointId) {
        return busy.getOrDefault(endpointId, 0);
    }

    private int slowBusy() {
        return slow.stream().mapToInt(this::busy).sum();
    }
}
