package cash.tuppence.backoffice.trail;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.trail.Actor;
import cash.tuppence.trail.TrailQuery;
import cash.tuppence.web.page.Form;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what an operator looks for in the trail. Days are UTC's. */
final class TrailForm {
    /** Those who have no handle, as rows call them. */
    private static final List<String> KINDS = Arrays.stream(Actor.Kind.values())
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .toList();

    private static final List<String> FIELDS = List.of("who", "verb", "whom", "what", "from", "until");
    private static final int MOST_CHARACTERS = 300;
    private static final int LAST_YEAR = 9998;

    private final Names names;

    TrailForm(Names names) {
        this.names = names;
    }

    /** What was asked for; a field that is at fault does not search. */
    TrailQuery read(Form form, int limit) {
        boolean kind = KINDS.contains(form.raw("who").strip());
        return new TrailQuery(
                kind ? List.of() : given(form, "who", names::ids).orElse(List.of()),
                kind ? form.raw("who").strip() : null,
                given(form, "verb", String::strip).orElse(null),
                given(form, "whom", names::ids).orElse(List.of()),
                what(form),
                given(form, "from", typed -> start(day(typed))).orElse(null),
                given(form, "until", typed -> start(day(typed).plusDays(1))).orElse(null),
                before(form),
                limit);
    }

    private static String what(Form form) {
        String typed = form.optionalLine("what", MOST_CHARACTERS);
        return typed.isEmpty() ? null : typed;
    }

    private static long before(Form form) {
        String typed = form.raw("before");
        return typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : Long.MAX_VALUE;
    }

    private static <T> Optional<T> given(Form form, String name, Function<String, T> reading) {
        return form.raw(name).isBlank() ? Optional.empty() : form.read(name, reading);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static LocalDate day(String typed) {
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
                throw new Refusal(Reason.DATE_FORM);
            }
            return day;
        } catch (DateTimeParseException e) {
            throw new Refusal(Reason.DATE_FORM);
        }
    }

    /** The same search as the query of a link, from its {@code ?} on; empty where there is none. */
    static String query(Form form) {
        String query = FIELDS.stream()
                .filter(name -> !form.raw(name).isEmpty())
                .map(name -> name + "=" + URLEncoder.encode(form.raw(name), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
