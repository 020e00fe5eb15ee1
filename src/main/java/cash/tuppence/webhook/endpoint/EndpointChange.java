package cash.tuppence.webhook.endpoint;

import java.util.List;
import java.util.Optional;

/**
 * What a merchant changes of an endpoint; what is empty stays.
 *
 * @param on whether it is called
 */
public record EndpointChange(Optional<String> url, Optional<List<String>> events, Optional<Boolean> on) {
    public EndpointChange {
        events = events.map(List::copyOf);
    }

    public static EndpointChange of(String url, List<String> events) {
        return new EndpointChange(Optional.of(url), Optional.of(events), Optional.empty());
    }

    public static EndpointChange turn(boolean on) {
        return new EndpointChange(Optional.empty(), Optional.empty(), Optional.of(on));
    }
}
