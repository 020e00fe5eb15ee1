package cash.tuppence.checkout;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.core.PublicId;
import java.time.Instant;
import java.util.Optional;

/** A row of {@code checkouts}. */
record CheckoutRow(
        long id,
        byte[] nonce,
        long profileId,
        boolean livemode,
        CheckoutState state,
        long sequence,
        String asset,
        long amount,
        long amountCaptured,
        long amountRefunded,
        Capture capture,
        String description,
        String reference,
        String customerEmailOrNull,
        String itemsOrNull,
        String metadataOrNull,
        String returnUrl,
        String cancelUrlOrNull,
        Instant createdAt,
        Instant expiresAt,
        Instant authorizationExpiresAtOrNull,
        Instant paidAtOrNull,
        Long payerIdOrNull,
        Long transferIdOrNull) {

    static CheckoutRow of(Checkout checkout) {
        Terms terms = checkout.terms();
        Progress progress = checkout.progress();
        return new CheckoutRow(
                checkout.id().key(),
                checkout.id().nonce(),
                checkout.profileId(),
                checkout.livemode(),
                progress.state(),
                progress.sequence(),
                terms.amount().asset().code(),
                terms.amount().units(),
                progress.captured().units(),
                progress.refunded().units(),
                terms.capture(),
                terms.description(),
                terms.reference(),
                terms.customerEmail().orElse(null),
                ItemsJson.write(terms.items()).orElse(null),
                terms.metadata().orElse(null),
                terms.returnUrl(),
                terms.cancelUrl().orElse(null),
                checkout.createdAt(),
                checkout.expiresAt(),
                progress.authorizationExpiresAt().orElse(null),
                progress.paidAt().orElse(null),
                progress.payment().map(Payment::payerId).orElse(null),
                progress.payment().map(Payment::transferId).orElse(null));
    }

    Checkout toCheckout() {
        return new Checkout(
                new PublicId(Checkout.PREFIX, id, nonce),
                profileId,
                livemode,
                terms(),
                createdAt,
                expiresAt,
                progress());
    }

    private Terms terms() {
        return new Terms(
                money(amount),
                capture,
                description,
                reference,
                Optional.ofNullable(customerEmailOrNull),
                ItemsJson.read(Optional.ofNullable(itemsOrNull), Asset.of(asset)),
                Optional.ofNullable(metadataOrNull),
                returnUrl,
                Optional.ofNullable(cancelUrlOrNull));
    }

    private Progress progress() {
        return new Progress(
                state,
                sequence,
                money(amountCaptured),
                money(amountRefunded),
                Optional.ofNullable(authorizationExpiresAtOrNull),
                Optional.ofNullable(paidAtOrNull),
                Optional.ofNullable(payerIdOrNull).map(payer -> new Payment(payer, transferIdOrNull)));
    }

    private Money money(long units) {
        return Money.ofUnits(units, Asset.of(asset));
    }
}
