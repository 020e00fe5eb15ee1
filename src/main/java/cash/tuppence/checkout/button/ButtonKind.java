package cash.tuppence.checkout.button;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who says how much. */
public enum ButtonKind {
    /** The merchant: one price. */
    FIXED,
    /** The payer, from a minimum on. */
    OPEN,
    /** The payer, who gives: on a page of its own, perhaps towards a goal. */
    GIFT;

    /** By its name in the API. */
    public static Optional<ButtonKind> find(String name) {
        return Arrays.stream(values())
                .filter(one -> one.publicName().equals(name))
                .findFirst();
    }

    public String publicName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isChosenByPayer() {
        return this != FIXED;
    }
}
