package cash.tuppence.webhook.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of telling one endpoint of one event. Telling it again by hand makes it pending again. */
public enum DeliveryState {
    PENDING,
    DELIVERED,
    /** Every retry failed, or the endpoint is not called any more. */
    FAILED;

    /** By its name as programs write it. */
    public static Optional<DeliveryState> find(String name) {
        return Arrays.stream(values())
                .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
