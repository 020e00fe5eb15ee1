package cash.tuppence.outbox;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can have happened. The texts are part of the public contract. */
public enum EventType {
    CHECKOUT_AUTHORIZED("checkout.authorized"),
    CHECKOUT_PAID("checkout.paid"),
    CHECKOUT_CANCELED("checkout.canceled"),
    CHECKOUT_EXPIRED("checkout.expired"),
    REFUND_CREATED("refund.created"),
    TRANSFER_RECEIVED("transfer.received"),

    /** One of the owner's own webhook endpoints is called no more, because of how it answered. */
    ENDPOINT_DISABLED("webhook_endpoint.disabled"),

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

    /** Those that one can ask to hear of: a ping is asked for of one endpoint, and told to that alone. */
    public static List<EventType> toChoose() {
        return Arrays.stream(values()).filter(type -> type != PING).toList();
    }

    public static Optional<EventType> find(String text) {
        return Arrays.stream(values()).filter(type -> type.text.equals(text)).findFirst();
    }
}
