package cash.tuppence.ledger.audit;

/** What the entries of one transfer say of it. */
record Verdict(
        long transferId,
        long firstEntryId,
        long lastEntryId,
        boolean unbalanced,
        boolean contradicted,
        boolean misplaced,
        boolean disallowed) {

    boolean isSound() {
        return !(unbalanced || contradicted || misplaced || disallowed);
    }

    /** Whether its legs lie on both sides of that key. */
    boolean straddles(long key) {
        return firstEntryId < key && key <= lastEntryId;
    }
}
