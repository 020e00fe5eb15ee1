package cash.tuppence.webhook.endpoint;

import cash.tuppence.core.Refusal;
import cash.tuppence.web.Faults;
import cash.tuppence.webhook.outgoing.AllowedAddresses;
import cash.tuppence.webhook.outgoing.CallbackUrl;
import java.util.List;
import java.util.Optional;

/**
 * What a merchant says of an endpoint.
 *
 * @param url checked
 */
public record EndpointTerms(String url, EventFilter events) {
    static final String URL = "url";
    static final String EVENTS = "events";

    /**
     * Reads both, and says all that is wrong with them.
     *
     * @throws Faults.Found on {@code url}, {@code events} or both
     */
    public static EndpointTerms read(String url, List<String> events, AllowedAddresses allowed) {
        Faults faults = new Faults();
        Optional<String> checked = faults.collect(URL, () -> checkedUrl(url, allowed));
        Optional<EventFilter> filter = faults.collect(EVENTS, () -> EventFilter.of(events));
        faults.throwIfAny();
        return new EndpointTerms(checked.orElseThrow(), filter.orElseThrow());
    }

    /** The same with what is changed. What stays is not looked at again: we may have offered it once and do no more. */
    EndpointTerms with(EndpointChange change, AllowedAddresses allowed) {
        Faults faults = new Faults();
        Optional<String> nextUrl = change.url().flatMap(given -> faults.collect(URL, () -> checkedUrl(given, allowed)));
        Optional<EventFilter> nextEvents =
                change.events().flatMap(given -> faults.collect(EVENTS, () -> EventFilter.of(given)));
        faults.throwIfAny();
        return new EndpointTerms(nextUrl.orElse(url), nextEvents.orElse(events));
    }

    /**
     * @throws Refusal where callbacks may not go there
     */
    private static String checkedUrl(String url, AllowedAddresses allowed) {
        return CallbackUrl.parse(url, allowed).toString();
    }
}
