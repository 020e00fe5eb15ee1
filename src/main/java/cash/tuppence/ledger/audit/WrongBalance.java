package cash.tuppence.ledger.audit;

/** One account that {@link BalanceCounts} counted. */
record WrongBalance(long accountId, boolean wrong, boolean unchained) {}
