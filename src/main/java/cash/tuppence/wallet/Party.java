package cash.tuppence.wallet;

/**
 * One side of a transfer, as others see it.
 *
 * @param handle without its {@code @}; empty for somebody who has none
 */
public record Party(long profileId, String name, String handle) {
    /** Where cash comes from that no member sent. */
    public static final Party SYSTEM = new Party(0, "Tuppence", "");

    /** Somebody whose profile is no more. */
    public static final Party GONE = new Party(0, "Somebody who left", "");

    /** Somebody who has no wallet here (yet), known by an address. */
    public static Party unknown(String email) {
        return new Party(0, email, "");
    }

    public boolean hasHandle() {
        return !handle.isEmpty();
    }

    /** {@code @handle}, or whatever else names this side. */
    public String address() {
        return hasHandle() ? "@" + handle : name;
    }
}
