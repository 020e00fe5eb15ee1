package cash.tuppence.business.start;

/**
 * What was taken, or given back.
 *
 * @param refund whether it went back
 * @param units signed
 */
record TakenRow(boolean refund, long number, long units) {}
