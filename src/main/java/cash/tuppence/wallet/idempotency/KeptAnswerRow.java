package cash.tuppence.wallet.idempotency;

/**
 * A row of {@code idempotency_records}.
 *
 * @param answer JSON, encrypted where it is {@code sealed}
 */
record KeptAnswerRow(byte[] bodyHash, int status, byte[] answer, boolean sealed) {
    /** Whether it is more than a key that is reserved. */
    boolean isAnswered() {
        return status != 0;
    }
}
