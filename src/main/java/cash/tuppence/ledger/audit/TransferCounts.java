package cash.tuppence.ledger.audit;

/**
 * @param open held, or waiting for someone
 * @param broken rows that contradict themselves
 */
record TransferCounts(long posted, long open, long broken) {}
