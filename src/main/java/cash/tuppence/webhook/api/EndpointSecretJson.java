package cash.tuppence.webhook.api;

import cash.tuppence.webhook.endpoint.Endpoint;
import cash.tuppence.webhook.endpoint.EndpointJson;
import java.time.Instant;
import java.util.List;

/** An endpoint together with its secret, which is told only where it is new. */
record EndpointSecretJson(
        String id,
        String url,
        List<String> events,
        boolean livemode,
        String state,
        String secret,
        Instant previousSecretUntil,
        Instant failingSince,
        Instant createdAt,
        long sequence) {

    static EndpointSecretJson of(Endpoint endpoint) {
        EndpointJson plain = EndpointJson.of(endpoint);
        return new EndpointSecretJson(
                plain.id(),
                plain.url(),
                plain.events(),
                plain.livemode(),
                plain.state(),
                endpoint.secret().text(),
                plain.previousSecretUntil(),
                plain.failingSince(),
                plain.createdAt(),
                plain.sequence());
    }
}
