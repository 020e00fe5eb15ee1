package cash.tuppence.checkout;

import cash.tuppence.core.Asset;
import cash.tuppence.core.PublicId;
import java.time.Duration;
import java.time.Instant;

/** Checkouts in a wanted state, for tests that need no database. */
public final class CheckoutStates {
    private static final Instant MADE = Instant.parse("2026-11-01T12:00:00Z");

    private CheckoutStates() {}

    public static Checkout checkout(PublicId id, Terms terms, CheckoutState state) {
        Progress start = Progress.start(Asset.USD);
        Progress progress = switch (state) {
            case OPEN -> start;
            case PAID -> start.paid(terms.amount(), new Payment(1, 2), MADE);
            case AUTHORIZED -> start.authorized(new Payment(1, 2), MADE.plus(Duration.ofDays(7)));
            default -> start.becoming(state);
        };
        return new Checkout(id, 7, true, terms, MADE, MADE.plus(Duration.ofHours(1)), progress);
    }
}
