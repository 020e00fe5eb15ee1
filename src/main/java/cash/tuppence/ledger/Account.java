package cash.tuppence.ledger;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;

/**
 * An account as it stood when it was read.
 *
 * @param ownerId the profile, or 0 for the system
 * @param balance what is held included
 * @param held what open holds have promised away
 * @param frozen whether new outgoing postings are refused
 */
public record Account(long id, long ownerId, AccountType type, Money balance, Money held, boolean frozen) {
    /** The owner of the system's accounts. */
    public static final long SYSTEM = 0;

    /** What may be spent. */
    public Money available() {
        return balance.minus(held);
    }

    public Asset asset() {
        return balance.asset();
    }
}
