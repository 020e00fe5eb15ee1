package cash.tuppence.checkout.refund;

import cash.tuppence.core.Money;
import java.time.Instant;

/**
 * A refund as programs see it, in the API and in events alike.
 *
 * @param transfer the transfer back
 * @param sequence the checkout's, with this refund: it grows with each change
 */
public record RefundJson(
        String id,
        String checkout,
        boolean livemode,
        Money amount,
        String reason,
        String transfer,
        Instant createdAt,
        long sequence) {

    public static RefundJson of(Refund refund) {
        return new RefundJson(
                refund.id().text(),
                refund.checkoutId().text(),
                refund.livemode(),
                refund.amount(),
                refund.reason(),
                refund.transferId().text(),
                refund.createdAt(),
                refund.sequence());
    }
}
