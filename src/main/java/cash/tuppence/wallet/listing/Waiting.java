package cash.tuppence.wallet.listing;

import cash.tuppence.ledger.Attachment;

/** With a hold: until it is posted it is listed without an entry. */
public record Waiting() implements Attachment {}
