package cash.tuppence.webhook.endpoint;

import java.time.Instant;

/** A row of {@code webhook_endpoints}; does not leave this package. */
record EndpointRow(
        long id,
        byte[] nonce,
        long profileId,
        boolean livemode,
        String url,
        String events,
        byte[] secret,
        byte[] previousSecretOrNull,
        Instant previousSecretUntilOrNull,
        EndpointState state,
        Instant failingSinceOrNull,
        long sequence,
        Instant createdAt) {}
