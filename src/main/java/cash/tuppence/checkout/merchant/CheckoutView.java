package cash.tuppence.checkout.merchant;

import cash.tuppence.checkout.Checkout;
import cash.tuppence.checkout.Progress;
import cash.tuppence.core.Money;
import cash.tuppence.wallet.Party;
import java.time.Instant;
import java.util.Optional;

/**
 * A checkout as its merchant's pages show it; null is what they leave out.
 *
 * @param left what can still be given back
 * @param payer who paid or authorized
 */
public record CheckoutView(
        String id,
        boolean livemode,
        String state,
        Money amount,
        Money captured,
        Money refunded,
        Money left,
        String description,
        String reference,
        String customerEmail,
        Party payer,
        Instant createdAt,
        Instant expiresAt,
        Instant authorizationExpiresAt,
        Instant paidAt) {

    static CheckoutView of(Checkout checkout, Optional<Party> payer) {
        Progress progress = checkout.progress();
        return new CheckoutView(
                checkout.id().text(),
                checkout.livemode(),
                checkout.state().publicName(),
                checkout.amount(),
                progress.captured(),
                progress.refunded(),
                progress.refundable(),
                checkout.terms().description(),
                checkout.terms().reference(),
                checkout.terms().customerEmail().orElse(null),
                payer.orElse(null),
                checkout.createdAt(),
                checkout.expiresAt(),
                progress.authorizationExpiresAt().orElse(null),
                progress.paidAt().orElse(null));
    }
}
