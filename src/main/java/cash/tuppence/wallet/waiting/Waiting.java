package cash.tuppence.wallet.waiting;

/** Cash that waits for an address which names a member by now. */
record Waiting(long transferId, long memberId, long profileId) {}
