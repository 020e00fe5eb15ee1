package cash.tuppence.webhook.endpoint;

import cash.tuppence.core.PublicId;
import cash.tuppence.webhook.signing.SigningSecret;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a profile wants to hear what happened.
 *
 * @param livemode whether it hears of real cash, or of play money
 * @param secrets those that sign now, the newest first: two for a while after a rotation
 * @param previousSecretUntil while there are two
 * @param failingSince when its first failure came after which nothing succeeded
 * @param sequence grows with each change
 */
public record Endpoint(
        PublicId id,
        long profileId,
        boolean livemode,
        URI url,
        EventFilter events,
        List<SigningSecret> secrets,
        Optional<Instant> previousSecretUntil,
        EndpointState state,
        Optional<Instant> failingSince,
        long sequence,
        Instant createdAt) {
    public static final String PREFIX = "we_";

    EndpointTerms terms() {
        return new EndpointTerms(url.toString(), events);
    }

    /** The one that a merchant configures. */
    public SigningSecret secret() {
        return secrets.get(0);
    }

    public boolean isEnabled() {
        return state == EndpointState.ENABLED;
    }
}
