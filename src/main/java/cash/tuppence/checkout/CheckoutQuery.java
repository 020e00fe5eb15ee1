package cash.tuppence.checkout;

import java.time.Instant;

/**
 * Which of a business's checkouts to list, newest first.
 *
 * @param beforeId only those with a smaller key
 * @param now tells those that have expired although their rows do not say so yet
 */
public record CheckoutQuery(
        long profileId,
        boolean livemode,
        String referenceOrNull,
        CheckoutState stateOrNull,
        long beforeId,
        Instant now,
        int limit) {}
