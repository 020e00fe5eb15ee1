package cash.tuppence.checkout;

import cash.tuppence.core.Money;
import cash.tuppence.core.PublicId;
import java.time.Instant;
import java.util.Optional;

/**
 * A merchant's request to be paid, as it stood when it was read.
 *
 * @param profileId the business that is to be paid
 * @param livemode false for play money
 */
public record Checkout(
        PublicId id,
        long profileId,
        boolean livemode,
        Terms terms,
        Instant createdAt,
        Instant expiresAt,
        Progress progress) {

    public static final String PREFIX = "co_";

    public CheckoutState state() {
        return progress.state();
    }

    public Money amount() {
        return terms.amount();
    }

    /** Its path below our base URL. */
    public String path() {
        return "/pay/" + id.text();
    }

    public Optional<Payment> payment() {
        return progress.payment();
    }

    /** Whether that profile paid it, or reserved cash for it. */
    public boolean wasPaidBy(long profileId) {
        return payment().filter(payment -> payment.payerId() == profileId).isPresent();
    }

    /** As it is to be told of at that time: past its end it has expired, whether or not its row says so yet. */
    Checkout asOf(Instant now) {
        return isOver(now) ? with(progress.ended(CheckoutState.EXPIRED)) : this;
    }

    /** Whether the time is over to pay it, or to capture what was reserved for it. */
    boolean isOver(Instant now) {
        return switch (state()) {
            case OPEN -> !now.isBefore(expiresAt);
            case AUTHORIZED ->
                progress.authorizationExpiresAt()
                        .filter(until -> !now.isBefore(until))
                        .isPresent();
            default -> false;
        };
    }

    Checkout with(Progress next) {
        return new Checkout(id, profileId, livemode, terms, createdAt, expiresAt, next);
    }
}
