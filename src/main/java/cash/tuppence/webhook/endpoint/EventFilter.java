package cash.tuppence.webhook.endpoint;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.outbox.EventType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which events an endpoint hears of.
 *
 * @param types their texts, or {@code *} alone for all of them, those that are thought of later included
 */
public record EventFilter(Set<String> types) {
    private static final String ALL = "*";

    public EventFilter {
        types = Set.copyOf(types);
    }

    /**
     * @throws Refusal where there is none, or one that we do not know
     */
    public static EventFilter of(List<String> types) {
        if (types.isEmpty()) {
            throw new Refusal(Reason.MISSING);
        }
        if (types.contains(ALL)) {
            return new EventFilter(Set.of(ALL));
        }
        types.forEach(EventFilter::refuseUnknown);
        return new EventFilter(Set.copyOf(types));
    }

    private static void refuseUnknown(String type) {
        if (EventType.toChoose().stream().noneMatch(known -> known.text().equals(type))) {
            throw new Refusal(Reason.EVENT_TYPE_UNKNOWN).with(type);
        }
    }

    /** As {@link #text()} wrote it; types that we know no more stay. */
    static EventFilter ofText(String text) {
        return new EventFilter(Set.of(text.split(",")));
    }

    /** Whether it lets that type of event through. */
    public boolean matches(String type) {
        return types.contains(ALL) || types.contains(type);
    }

    String text() {
        return String.join(",", new TreeSet<>(types));
    }
}
