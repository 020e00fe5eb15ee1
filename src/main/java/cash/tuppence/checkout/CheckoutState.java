package cash.tuppence.checkout;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where a checkout stands. Only the edges listed here exist. */
public enum CheckoutState {
    /** Waits for a payer. */
    OPEN,
    /** The cash is reserved and waits for the merchant to capture it. */
    AUTHORIZED,
    PAID,
    PARTIALLY_REFUNDED,
    REFUNDED,
    CANCELED,
    EXPIRED;

    private static final Map<CheckoutState, Set<CheckoutState>> EDGES = Map.of(
            OPEN, Set.of(AUTHORIZED, PAID, CANCELED, EXPIRED),
            AUTHORIZED, Set.of(PAID, CANCELED, EXPIRED),
            PAID, Set.of(PARTIALLY_REFUNDED, REFUNDED),
            PARTIALLY_REFUNDED, Set.of(PARTIALLY_REFUNDED, REFUNDED),
            REFUNDED, Set.of(),
            CANCELED, Set.of(),
            EXPIRED, Set.of());

    public boolean mayBecome(CheckoutState next) {
        return EDGES.get(this).contains(next);
    }

    /** Whether a payer can still do something about it. */
    public boolean isOpen() {
        return this == OPEN;
    }

    /** Whether the merchant was paid, whatever was given back since. */
    public boolean wasPaid() {
        return this == PAID || this == PARTIALLY_REFUNDED || this == REFUNDED;
    }

    public static Optional<CheckoutState> find(String publicName) {
        return Arrays.stream(values())
                .filter(state -> state.publicName().equals(publicName))
                .findFirst();
    }

    /** As the API and the signed way back name it. */
    public String publicName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
