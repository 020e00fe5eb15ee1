package cash.tuppence.wallet.activity;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.wallet.activity.ActivityFilter.Direction;
import cash.tuppence.web.page.Form;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The filter above a list of activity. Days are UTC's, the last one included. */
final class ActivityForm {
    private static final int MOST_CHARACTERS = 80;

    private ActivityForm() {}

    /** What was asked for; a field that is at fault does not filter. */
    static ActivityFilter read(Form form) {
        Optional<LocalDate> from = day(form, "from");
        Optional<LocalDate> to = day(form, "to");
        return new ActivityFilter(
                from.map(ActivityForm::startOf),
                to.map(day -> startOf(day.plusDays(1))),
                form.optionalLine("q", MOST_CHARACTERS),
                direction(form.raw("direction")));
    }

    /** The same filter as the query of a link, from its {@code ?} on; empty where there is none. */
    static String query(Form form) {
        String query = Stream.of("from", "to", "q", "direction")
                .filter(name -> !form.raw(name).isEmpty())
                .map(name -> name + "=" + URLEncoder.encode(form.raw(name), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private static Optional<LocalDate> day(Form form, String name) {
        return form.raw(name).isEmpty() ? Optional.empty() : form.faults().collect(name, () -> parse(form.raw(name)));
    }

    private static LocalDate parse(String typed) {
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            if (day.getYear() < 1 || day.getYear() > 9998) {
                throw new Refusal(Reason.DATE_FORM);
            }
            return day;
        } catch (DateTimeParseException e) {
            throw new Refusal(Reason.DATE_FORM);
        }
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Direction direction(String typed) {
        return switch (typed) {
            case "in" -> Direction.IN;
            case "out" -> Direction.OUT;
            default -> Direction.BOTH;
        };
    }
}
