package cash.tuppence.ledger.audit;

/**
 * @param wrong accounts whose balance is not the sum of their entries
 * @param unchained accounts whose entries do not lead from each balance to the next
 */
record BalanceCounts(long wrong, long unchained) {}
