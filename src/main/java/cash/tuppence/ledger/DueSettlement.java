package cash.tuppence.ledger;

import java.time.Instant;

/** A hold that is to be settled now, and since when. */
public record DueSettlement(long transferId, Instant settleAt) {}
