package cash.tuppence.checkout;

import java.time.Instant;

/**
 * Which of a business's checkouts to list, newest first.
 *
 * @param referenceOrNull all of it
 * @param referenceBeginOrNull as people search: how it begins
 * @param amountUnitsOrNull what was asked for
 * @param beforeId only those with a smaller key
 * @param now tells those that have expired although their rows do not say so yet
 */
public record CheckoutQuery(
        long profileId,
        boolean livemode,
        String referenceOrNull,
        String referenceBeginOrNull,
        CheckoutState stateOrNull,
        Long amountUnitsOrNull,
        Long payerIdOrNull,
        long beforeId,
        Instant now,
        int limit) {
    /** All of them. */
    public static CheckoutQuery of(long profileId, boolean livemode, long beforeId, Instant now, int limit) {
        return new CheckoutQuery(profileId, livemode, null, null, null, null, null, beforeId, now, limit);
    }

    public CheckoutQuery before(long id) {
        return new CheckoutQuery(
                profileId,
                livemode,
                referenceOrNull,
                referenceBeginOrNull,
                stateOrNull,
                amountUnitsOrNull,
                payerIdOrNull,
                id,
                now,
                limit);
    }
}
