package cash.tuppence.checkout.button;

import cash.tuppence.checkout.Checkout;
import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.core.PublicId;
import java.time.Instant;

/** A payment by a button, for a list. */
public record ButtonPayment(String checkout, String state, Money amount, String reference, Instant paidAt) {
    static ButtonPayment of(PaymentRow row) {
        return new ButtonPayment(
                new PublicId(Checkout.PREFIX, row.id(), row.nonce()).text(),
                row.state().publicName(),
                Money.ofUnits(row.amount(), Asset.of(row.asset())),
                row.reference(),
                row.paidAt());
    }
}
