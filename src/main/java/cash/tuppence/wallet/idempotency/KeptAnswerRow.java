package cash.tuppence.wallet.idempotency;

/** A row of {@code idempotency_records}. */
record KeptAnswerRow(byte[] bodyHash, int status, byte[] answer) {}
