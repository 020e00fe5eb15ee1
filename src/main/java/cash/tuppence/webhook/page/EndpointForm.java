package cash.tuppence.webhook.page;

import cash.tuppence.outbox.EventType;
import cash.tuppence.web.page.Form;
import cash.tuppence.webhook.endpoint.Endpoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where callbacks go, and of what they tell: a box for each type of event. */
final class EndpointForm {
    static final String URL = "url";
    static final String ALL = "*";

    private EndpointForm() {}

    static List<String> choices() {
        return EventType.toChoose().stream().map(EventType::text).toList();
    }

    static List<String> events(Form form) {
        return form.ticked(ALL)
                ? List.of(ALL)
                : choices().stream().filter(form::ticked).toList();
    }

    /** As if it had just been typed. */
    static Map<String, String> of(Endpoint endpoint) {
        Map<String, String> typed = new HashMap<>(Map.of(URL, endpoint.url().toString()));
        endpoint.events().types().forEach(type -> typed.put(type, "yes"));
        return typed;
    }
}
