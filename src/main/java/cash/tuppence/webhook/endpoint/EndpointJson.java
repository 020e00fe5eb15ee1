package cash.tuppence.webhook.endpoint;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * An endpoint as programs read it. Its secret is told elsewhere, once.
 *
 * @param previousSecretUntil while the secret before still signs beside the new one, else null
 * @param failingSince null while it answers
 */
public record EndpointJson(
        String id,
        String url,
        List<String> events,
        boolean livemode,
        String state,
        Instant previousSecretUntil,
        Instant failingSince,
        Instant createdAt,
        long sequence) {

    public static EndpointJson of(Endpoint endpoint) {
        return new EndpointJson(
                endpoint.id().text(),
                endpoint.url().toString(),
                List.copyOf(new TreeSet<>(endpoint.events().types())),
                endpoint.livemode(),
                endpoint.state().name().toLowerCase(Locale.ROOT),
                endpoint.previousSecretUntil().orElse(null),
                endpoint.failingSince().orElse(null),
                endpoint.createdAt(),
                endpoint.sequence());
    }
}
