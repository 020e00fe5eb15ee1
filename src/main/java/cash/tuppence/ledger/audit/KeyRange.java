package cash.tuppence.ledger.audit;

/** Keys from the first to the last, both of them in it. */
record KeyRange(long first, long last) {
    static final KeyRange ALL = new KeyRange(Long.MIN_VALUE, Long.MAX_VALUE);

    static KeyRange from(long first) {
        return new KeyRange(first, Long.MAX_VALUE);
    }
}
