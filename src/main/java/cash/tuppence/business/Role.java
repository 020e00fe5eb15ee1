package cash.tuppence.business;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a member of a business's team is there for. */
public enum Role {
    OWNER,
    MANAGER,
    DEVELOPER,
    CASHIER;

    /** As it stands in tables, forms and messages. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> find(String text) {
        return Arrays.stream(values()).filter(role -> role.text().equals(text)).findFirst();
    }
}
