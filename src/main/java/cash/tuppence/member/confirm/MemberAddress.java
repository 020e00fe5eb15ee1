package cash.tuppence.member.confirm;

/**
 * A member's address.
 *
 * @param email empty where they have none: somebody else typed it first, or confirmed it
 * @param confirmed whether it names them
 * @param pending the address that a link was sent to which nobody followed yet; empty where there is none
 */
public record MemberAddress(String email, boolean confirmed, String pending) {
    /** Whether there is something left for them to do. */
    public boolean isUnsettled() {
        return !confirmed || !pending.isEmpty();
    }

    /** Where the next link goes; empty where there is nothing to confirm. */
    public String toConfirm() {
        if (!pending.isEmpty()) {
            return pending;
        }
        return confirmed ? "" : email;
    }
}
