package cash.tuppence.checkout.refund;

import cash.tuppence.core.Money;
import cash.tuppence.core.PublicId;
import java.time.Instant;

/**
 * What a merchant gave back of a checkout; it never changes.
 *
 * @param reason in the merchant's words; may be empty
 * @param transferId the transfer back
 * @param paymentId the transfer that paid
 * @param actorId the member who gave it back, or 0 for a program
 * @param sequence the checkout's, with this refund
 */
public record Refund(
        PublicId id,
        PublicId checkoutId,
        boolean livemode,
        Money amount,
        String reason,
        PublicId transferId,
        PublicId paymentId,
        long actorId,
        Instant createdAt,
        long sequence) {
    public static final String PREFIX = "re_";
}
