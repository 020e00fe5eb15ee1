package cash.tuppence.wallet.invitation;

import cash.tuppence.ledger.Attachment;

/** With a posting that ends a hold: its invitation, where it has one, ends too. */
public record Ending() implements Attachment {}
