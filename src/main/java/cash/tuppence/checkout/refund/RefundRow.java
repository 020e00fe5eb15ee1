package cash.tuppence.checkout.refund;

import cash.tuppence.checkout.Checkout;
import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.core.PublicId;
import cash.tuppence.ledger.TransferRow;
import java.time.Instant;

/** A row of {@code refunds}, with what the public ids of its neighbours need. */
record RefundRow(
        long id,
        byte[] nonce,
        long checkoutId,
        byte[] checkoutNonce,
        boolean livemode,
        String asset,
        long amount,
        String reason,
        long sequence,
        long paymentId,
        byte[] paymentNonce,
        long transferId,
        byte[] transferNonce,
        long actorId,
        Instant createdAt) {

    Refund toRefund() {
        return new Refund(
                new PublicId(Refund.PREFIX, id, nonce),
                new PublicId(Checkout.PREFIX, checkoutId, checkoutNonce),
                livemode,
                Money.ofUnits(amount, Asset.of(asset)),
                reason,
                new PublicId(TransferRow.PREFIX, transferId, transferNonce),
                new PublicId(TransferRow.PREFIX, paymentId, paymentNonce),
                actorId,
                createdAt,
                sequence);
    }
}
