package cash.tuppence.webhook.page;

import cash.tuppence.core.PublicId;
import cash.tuppence.core.Refusal;
import cash.tuppence.web.page.Form;
import cash.tuppence.webhook.delivery.Delivery;
import cash.tuppence.webhook.delivery.DeliveryQuery;
import cash.tuppence.webhook.delivery.DeliveryState;
import cash.tuppence.webhook.endpoint.Endpoint;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The filter above the log. What cannot be read does not filter.
 *
 * @param typed by field; what was left empty is not in it
 * @param before the id of the last delivery of the page before
 */
record LogForm(Map<String, String> typed, Optional<Long> before) {
    private static final List<String> FIELDS = List.of("type", "state", "object", "from", "to");

    static LogForm read(Form form) {
        Map<String, String> typed = new LinkedHashMap<>();
        FIELDS.stream()
                .filter(name -> !form.raw(name).isBlank())
                .forEach(name -> typed.put(name, form.raw(name).strip()));
        return new LogForm(
                typed, PublicId.parse(Delivery.PREFIX, form.raw("before")).map(PublicId::key));
    }

    boolean isEmpty() {
        return typed.isEmpty();
    }

    DeliveryQuery query(Endpoint endpoint, int limit) {
        return DeliveryQuery.all(endpoint.id().key(), limit)
                .ofType(of("type"))
                .inState(of("state").flatMap(DeliveryState::find))
                .about(of("object"))
                .between(time("from", Days::start), time("to", Days::end))
                .after(before);
    }

    private Optional<String> of(String name) {
        return Optional.ofNullable(typed.get(name));
    }

    private Optional<Instant> time(String name, Function<String, Instant> reading) {
        try {
            return of(name).map(reading);
        } catch (Refusal refusal) {
            return Optional.empty();
        }
    }

    /** The same filter from there on, as the query of a link. */
    String olderThan(Delivery last) {
        Map<String, String> all = new LinkedHashMap<>(typed);
        all.put("before", last.id().text());
        return all.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", "#log"));
    }
}
