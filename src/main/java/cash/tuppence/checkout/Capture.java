package cash.tuppence.checkout;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether the merchant is paid at once, or captures later what the payer authorized. */
public enum Capture {
    AUTOMATIC,
    MANUAL;

    /** By its name in the API. */
    public static Optional<Capture> find(String name) {
        return Arrays.stream(values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
