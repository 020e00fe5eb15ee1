package cash.tuppence.checkout.api;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The body of {@code POST /api/v1/checkouts} as it was sent: what was left out is null. */
record CheckoutBody(
        Cash amount,
        String description,
        String reference,
        String customerEmail,
        List<Line> items,
        JsonNode metadata,
        String returnUrl,
        String cancelUrl,
        Long expiresInSeconds,
        String capture) {

    record Cash(String amount, String currency) {}

    record Line(String name, Integer quantity, Cash amount, Cash tax) {}
}
