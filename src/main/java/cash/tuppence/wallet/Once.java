package cash.tuppence.wallet;

import cash.tuppence.ledger.OperationId;

/**
 * The one-time id that each form carries: sent twice, it is the same operation. A form that is shown again with a fault
 * gets a fresh one.
 */
public final class Once {
    /** The name of the hidden field. */
    public static final String FIELD = "once";

    private Once() {}

    /**
     * The operation that this form stands for; whoever sends no one-time id means a new one each time.
     *
     * @param memberId whoever sends it, or 0 for a visitor
     */
    public static OperationId of(long memberId, String path, String once) {
        return once.isEmpty() ? OperationId.random() : OperationId.of("form", Long.toString(memberId), path, once);
    }
}
