package cash.tuppence.wallet.api;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import java.util.List;

/** How many transfers one call may name. */
final class BatchSize {
    private static final int MOST = 1_000;

    private BatchSize() {}

    /**
     * The same list.
     *
     * @param transfersOrNull null where none was sent
     * @throws Refusal where it is empty or too long
     */
    static <T> List<T> require(List<T> transfersOrNull) {
        if (transfersOrNull == null || transfersOrNull.isEmpty() || transfersOrNull.size() > MOST) {
            throw refusal();
        }
        return transfersOrNull;
    }

    static Refusal refusal() {
        return new Refusal(Reason.BATCH_SIZE).on("transfers").with(MOST);
    }
}
