package cash.tuppence.outbox;

import java.util.Arrays;
import java.util.Optional;

/** What can have happened. The texts are part of the public contract. */
public enum EventType {
    CHECKOUT_AUTHORIZED("checkout.authorized"),
    CHECKOUT_PAID("checkout.paid"),
    CHECKOUT_CANCELED("checkout.canceled"),
    CHECKOUT_EXPIRED("checkout.expired"),
    REFUND_CREATED("refund.created"),
    TRANSFER_RECEIVED("transfer.received"),

    /** Asked for by a merchant, to see that an endpoint answers. */
    PING("ping");

    private final String text;

    EventType(String text) {
        this.text = text;
    }

    /** As it stands in JSON and in the database, such as {@code checkout.paid}. */
    public String text() {
        return text;
    }

    public static Optional<EventType> find(String text) {
        return Arrays.stream(values()).filter(type -> type.text.equals(text)).findFirst();
    }
}
