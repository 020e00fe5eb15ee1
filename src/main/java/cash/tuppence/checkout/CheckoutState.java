package cash.tuppence.checkout;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a checkout stands. How it comes from one state to another is said by {@link CheckoutStep} alone. */
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

    public boolean mayBecome(CheckoutState next) {
        return CheckoutStep.leads(this, next);
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
