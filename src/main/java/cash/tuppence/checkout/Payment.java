package cash.tuppence.checkout;

/**
 * Who paid or authorized a checkout, and by which transfer.
 *
 * @param payerId the payer's profile
 */
public record Payment(long payerId, long transferId) {}
