package cash.tuppence.business.keys;

import java.time.Instant;

/**
 * A key as its team sees it; null is what is not so.
 *
 * @param madeBy the name of the member who made it
 * @param lastUsedAt to the minute
 */
public record KeyRow(
        long id,
        boolean livemode,
        String name,
        String permissions,
        String hint,
        String madeBy,
        Instant madeAt,
        Instant lastUsedAt,
        Instant expiresAt) {
    /** What it looks like, without the secret. */
    public String shown() {
        return (livemode ? ApiKeys.LIVE : ApiKeys.TEST) + "…" + hint;
    }
}
