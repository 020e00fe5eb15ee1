package cash.tuppence.checkout.button;

import cash.tuppence.checkout.CheckoutState;
import java.time.Instant;

/** What a list tells of a row of {@code checkouts}. */
record PaymentRow(
        long id, byte[] nonce, CheckoutState state, String asset, long amount, String reference, Instant paidAt) {}
