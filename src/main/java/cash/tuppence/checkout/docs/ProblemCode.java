package cash.tuppence.checkout.docs;

import cash.tuppence.core.Reason;
import cash.tuppence.web.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A code that a problem document can carry.
 *
 * @param statuses the HTTP statuses that it comes with
 * @param advice what the caller does about it: {@code problem.CODE} among the messages
 */
public record ProblemCode(String code, String statuses, String advice) {
    /** All that there are, since they are those of {@link Reason}. */
    static List<ProblemCode> all(Messages messages) {
        return Arrays.stream(Reason.values())
                .map(Reason::code)
                .distinct()
                .map(code -> new ProblemCode(code, statuses(code), advice(code, messages)))
                .sorted((one, other) -> one.statuses().compareTo(other.statuses()))
                .toList();
    }

    private static String statuses(String code) {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.code().equals(code))
                .map(reason -> Integer.toString(reason.status()))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String advice(String code, Messages messages) {
        return messages.find("problem." + code, List.of(), Locale.ROOT)
                .orElseThrow(() -> new IllegalStateException("no advice for " + code));
    }
}
