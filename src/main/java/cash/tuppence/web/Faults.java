package cash.tuppence.web;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What is wrong with what was sent: the first fault of each field, in the order in which the fields were read. */
public final class Faults {
    /** The name under which a fault of the whole form stands. */
    public static final String PAGE = "page";

    private final Map<String, Refusal> byField = new LinkedHashMap<>();

    public Faults add(String field, Reason reason, Object... arguments) {
        return add(new Refusal(reason).on(field).with(arguments));
    }

    /** Adds a refusal beside the field it names, or above the form where it names none. */
    public Faults add(Refusal refusal) {
        byField.putIfAbsent(refusal.field().orElse(PAGE), refusal);
        return this;
    }

    /** Runs the reading of one field; where it refuses, that is a fault of the field and the result is empty. */
    public <T> Optional<T> collect(String field, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (Refusal refusal) {
            add(refusal.on(field));
            return Optional.empty();
        }
    }

    public boolean any() {
        return !byField.isEmpty();
    }

    public boolean has(String field) {
        return byField.containsKey(field);
    }

    public List<Refusal> list() {
        return List.copyOf(byField.values());
    }

    /** Field to text, for a page. */
    public Map<String, String> texts(Messages messages, Locale reader) {
        Map<String, String> texts = new LinkedHashMap<>();
        byField.forEach((field, refusal) -> texts.put(field, messages.text(refusal, reader)));
        return texts;
    }

    /**
     * For programs, which get all faults in one problem document.
     *
     * @throws Found where there is any
     */
    public void throwIfAny() {
        if (any()) {
            throw new Found(list());
        }
    }

    /** Several refusals of one request. */
    public static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<Refusal> refusals;

        Found(List<Refusal> refusals) {
            super(refusals.toString(), null, false, false);
            this.refusals = refusals;
        }

        public List<Refusal> refusals() {
            return refusals;
        }
    }
}
