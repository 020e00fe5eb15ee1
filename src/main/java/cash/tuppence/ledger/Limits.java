package cash.tuppence.ledger;

/**
 * What one class of accounts may do at most, in units of the account's asset; {@link Long#MAX_VALUE} where there is no
 * limit.
 *
 * @param balance what a wallet may hold once something arrives
 * @param transfer what may leave it at once
 * @param day what may leave it on one day (UTC)
 * @param month what may leave it in one month (UTC)
 */
public record Limits(long balance, long transfer, long day, long month) {
    /** The class of accounts that have no limits: the system's, and those of play money. Nothing is counted for them. */
    public static final int UNLIMITED_CLASS = 0;

    public static final Limits NONE = new Limits(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
}
