package cash.tuppence.wallet.activity;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.core.PublicId;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.ledger.TransferState;
import java.time.Instant;

/**
 * One transfer as one of its sides sees it.
 *
 * @param position grows with time; where to go on from for what is older
 * @param name the other side's
 * @param handle the other side's, or empty text
 */
public record ActivityRow(
        long position,
        long transferId,
        byte[] nonce,
        boolean incoming,
        TransferState state,
        String asset,
        long amountUnits,
        String message,
        String name,
        String handle,
        Instant at) {

    public String publicId() {
        return new PublicId(TransferRow.PREFIX, transferId, nonce).text();
    }

    /** Without a sign. */
    public Money amount() {
        return Money.ofUnits(amountUnits, Asset.of(asset));
    }
}
