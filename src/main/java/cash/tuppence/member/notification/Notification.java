package cash.tuppence.member.notification;

import java.util.Locale;

/** A mail that one may want or not. */
public enum Notification {
    /** Cash arrived. Off until asked for: whoever gets a million pennies wants no million mails. */
    CASH_RECEIVED(false),
    /** What became of cash that one sent to an address and that waited. */
    WAITING_CASH(true),
    /** A business's callbacks are sent to an endpoint no more. */
    ENDPOINT_DISABLED(true);

    private final boolean byDefault;

    Notification(boolean byDefault) {
        this.byDefault = byDefault;
    }

    public boolean byDefault() {
        return byDefault;
    }

    /** The name of its box in the form. */
    public String field() {
        return name().toLowerCase(Locale.ROOT);
    }
}
