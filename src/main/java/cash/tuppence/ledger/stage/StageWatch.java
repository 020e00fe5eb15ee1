package cash.tuppence.ledger.stage;

/** Is told how the posting stage fares, on its own thread, and must not block: what metrics are made of. */
public interface StageWatch {
    /** Told nothing. */
    StageWatch NONE = pace -> {};

    /** A batch was committed. */
    void committed(Pace pace);

    /** A batch was rolled back and is tried again from the top. */
    default void retried() {}

    /** One posting could not be decided at all, and was left out. */
    default void failed() {}

    /** One posting was turned away undecided: the queue was full, or nobody waited for it any more. */
    default void turnedAway() {}

    /**
     * What a batch was and where its time went.
     *
     * @param accepted postings that were decided for, those decided before included
     * @param refused postings that were decided against
     * @param lockNanos to lock and read accounts, rows of companions and known operations: the first trip
     * @param decideNanos to decide them and to word the statements
     * @param writeNanos until everything was written
     * @param commitNanos from there until it was on disk
     */
    record Pace(int accepted, int refused, long lockNanos, long decideNanos, long writeNanos, long commitNanos) {
        public int postings() {
            return accepted + refused;
        }
    }
}
