package cash.tuppence.ledger;

/** Which account a wallet has. */
record OwnedAccountRow(long id, long ownerId) {}
