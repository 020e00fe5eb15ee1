package cash.tuppence.torture;

/**
 * What was decided on an order.
 *
 * @param transferId 0 where it was refused
 * @param refusal empty where it was accepted
 */
record Decision(long transferId, String refusal) {
    /** Not known, or not made. */
    static final Decision NONE = new Decision(0, "UNKNOWN");

    boolean isAccepted() {
        return refusal.isEmpty();
    }

    boolean isKnown() {
        return !equals(NONE);
    }
}
