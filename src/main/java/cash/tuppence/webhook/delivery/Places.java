package cash.tuppence.webhook.delivery;

import java.util.ArrayList;
import java.util.List;

/** Places in lanes that are taken within a transaction: used once it is committed, given back where it is not. */
final class Places {
    private final Lanes lanes;
    private final List<Long> taken = new ArrayList<>();

    Places(Lanes lanes) {
        this.lanes = lanes;
    }

    /** Takes one, unless something waits for that endpoint already. */
    boolean takeAtOnce(long endpointId) {
        boolean took = lanes.beginAtOnce(endpointId);
        if (took) {
            taken.add(endpointId);
        }
        return took;
    }

    /** Takes all that are free, and says how many. */
    int takeAll(long endpointId) {
        int count = lanes.beginAll(endpointId);
        for (int i = 0; i < count; i++) {
            taken.add(endpointId);
        }
        return count;
    }

    /** Of those that were taken for that endpoint so many found nothing to send: it has caught up. */
    void leave(long endpointId, int count) {
        for (int i = 0; i < count; i++) {
            taken.remove(endpointId);
            lanes.giveBack(endpointId);
        }
        if (count > 0) {
            lanes.caughtUp(endpointId);
        }
    }

    /** What waits, waits for those endpoints only. */
    void waitingAre(List<Long> endpointIds) {
        lanes.waitingAre(endpointIds);
    }

    void giveBack() {
        taken.forEach(lanes::giveBack);
        taken.clear();
    }
}
