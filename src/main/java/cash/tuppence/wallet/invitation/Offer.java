package cash.tuppence.wallet.invitation;

import cash.tuppence.ledger.Attachment;

/**
 * With a hold that names no recipient: how the recipient will find it.
 *
 * @param tokenHash of what stands in the link
 * @param sealedToken the same, encrypted, for the sender to see again
 * @param email of whom it is meant for
 */
public record Offer(byte[] tokenHash, byte[] sealedToken, String email) implements Attachment {}
