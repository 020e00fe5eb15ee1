package cash.tuppence.checkout.button;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether a button can be paid. */
public enum ButtonState {
    ACTIVE,
    /** Its page says that it is over; what was paid stays paid. It may become active again. */
    RETIRED;

    /** By its name in the API. */
    public static Optional<ButtonState> find(String name) {
        return Arrays.stream(values())
                .filter(one -> one.publicName().equals(name))
                .findFirst();
    }

    public String publicName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
