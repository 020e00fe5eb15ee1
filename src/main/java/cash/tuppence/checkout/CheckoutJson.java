package cash.tuppence.checkout;

import cash.tuppence.core.Money;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A checkout as programs see it, in the API and in events alike. Members that do not apply are null. */
public record CheckoutJson(
        String id,
        String url,
        boolean livemode,
        String state,
        Money amount,
        Money amountCaptured,
        Money amountRefunded,
        String capture,
        String description,
        String reference,
        String customerEmail,
        List<Line> items,
        JsonNode metadata,
        String returnUrl,
        String cancelUrl,
        Instant createdAt,
        Instant expiresAt,
        Instant authorizationExpiresAt,
        Instant paidAt,
        long sequence) {

    /** One item. */
    public record Line(String name, int quantity, Money amount, Money tax) {
        static Line of(Item item) {
            return new Line(
                    item.name(),
                    item.quantity(),
                    item.amount().orElse(null),
                    item.tax().orElse(null));
        }
    }
}
