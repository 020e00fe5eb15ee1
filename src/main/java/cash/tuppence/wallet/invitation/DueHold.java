package cash.tuppence.wallet.invitation;

/** An open hold whose time is over. */
public record DueHold(long transferId, long debitAccountId) {}
