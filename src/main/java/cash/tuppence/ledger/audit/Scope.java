package cash.tuppence.ledger.audit;

/**
 * How much of the ledger is read.
 *
 * @param first the key from which on entries, and transfers, are read; below it the verified point's sums stand for them
 * @param settled the key below which no entry is still to come, so far as one can tell
 */
record Scope(long first, long settled) {
    static final Scope WHOLE = whole(Long.MIN_VALUE);

    static Scope whole(long settled) {
        return new Scope(Long.MIN_VALUE, settled);
    }

    boolean isWhole() {
        return first == Long.MIN_VALUE;
    }

    KeyRange range() {
        return KeyRange.from(first);
    }
}
