package cash.tuppence.ledger;

import java.util.Map;
import java.util.Set;

/** Where a transfer stands. Only the edges listed here exist. */
public enum TransferState {
    /** Reserved for a known recipient. */
    HELD,
    /** Reserved for someone who has yet to come for it: an invitation. */
    WAITING,
    POSTED,
    VOIDED,
    DECLINED,
    RETRACTED,
    EXPIRED;

    private static final Map<TransferState, Set<TransferState>> EDGES = Map.of(
            HELD, Set.of(POSTED, VOIDED, EXPIRED),
            WAITING, Set.of(POSTED, VOIDED, DECLINED, RETRACTED, EXPIRED),
            POSTED, Set.of(),
            VOIDED, Set.of(),
            DECLINED, Set.of(),
            RETRACTED, Set.of(),
            EXPIRED, Set.of());

    public boolean mayBecome(TransferState next) {
        return EDGES.get(this).contains(next);
    }

    /** Whether cash is reserved, and the transfer's end is still to come. */
    public boolean isOpen() {
        return !EDGES.get(this).isEmpty();
    }
}
