package cash.tuppence.checkout.button;

import cash.tuppence.core.Money;
import java.time.Instant;
import java.util.List;

/** A button as programs see it. Members that do not apply are null. */
public record ButtonJson(
        String id,
        String url,
        boolean livemode,
        String kind,
        String state,
        String currency,
        Money amount,
        Money minAmount,
        List<Money> suggested,
        Money goal,
        int maxQuantity,
        Long stock,
        long sold,
        long payments,
        Money collected,
        String description,
        String returnUrl,
        String cancelUrl,
        int revision,
        Instant createdAt) {}
