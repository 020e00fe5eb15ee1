package cash.tuppence.business;

/** A secret as its row keeps it. */
record SealedSecret(byte[] sealed) {}
