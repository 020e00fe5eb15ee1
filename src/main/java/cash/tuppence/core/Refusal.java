package cash.tuppence.core;

import java.util.List;
import java.util.Optional;

/**
 * Something that was asked for and is refused as expected: no bug, so it carries no stack trace. One filter turns it
 * into a page or into problem+json.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String field;
    private final transient List<Object> arguments;

    public Refusal(Reason reason) {
        this(reason, "", List.of());
    }

    private Refusal(Reason reason, String field, List<Object> arguments) {
        super(field.isEmpty() ? reason.name() : reason.name() + " on " + field, null, false, false);
        this.reason = reason;
        this.field = field;
        this.arguments = arguments;
    }

    /** The same refusal, said of that form field or JSON member. */
    public Refusal on(String field) {
        return new Refusal(reason, field, arguments);
    }

    /** The same refusal, with what its text names ({@code {0}}, {@code {1}}, …). */
    public Refusal with(Object... arguments) {
        return new Refusal(reason, field, List.of(arguments));
    }

    public Reason reason() {
        return reason;
    }

    /** The field it is about, or empty where it is about the request as a whole. */
    public Optional<String> field() {
        return field.isEmpty() ? Optional.empty() : Optional.of(field);
    }

    public List<Object> arguments() {
        return arguments;
    }
}
