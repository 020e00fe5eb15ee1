package cash.tuppence.ledger.audit;

/**
 * What a range of entries came to.
 *
 * @param sound transfers, of those that are counted, whose legs are all there and agree with their row
 * @param doubtful transfers that something is wrong with, or of which the range holds only a part
 */
record Tally(long entries, long sound, long doubtful) {}
