package cash.tuppence.ledger;

/** Which limits a class of accounts has. It is asked for every posting, under locks, and so answers from memory. */
public interface LimitTable {
    /** One without any limit. */
    LimitTable EMPTY = limitClass -> Limits.NONE;

    /**
     * @throws IllegalArgumentException for a class that it does not know: better to move nothing than too much
     */
    Limits of(int limitClass);
}
