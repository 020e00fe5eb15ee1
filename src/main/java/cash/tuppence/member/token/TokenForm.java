package cash.tuppence.member.token;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.Viewer;
import cash.tuppence.member.api.Scope;
import cash.tuppence.web.page.Form;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a member wants a token to be. */
record TokenForm(String name, Set<Scope> scopes, Optional<Instant> expiresAt) {
    static final List<Integer> DAYS = List.of(7, 30, 90, 365);
    static final int USUAL_DAYS = 90;
    static final String NEVER = "never";

    private static final int MOST_NAME = 80;

    /** A fault is noted beside its field. */
    static TokenForm read(Form form, Viewer viewer, Instant now) {
        String name = form.line("name", MOST_NAME);
        Set<Scope> scopes = choices(viewer).stream()
                .filter(scope -> form.ticked(scope.text()))
                .collect(Collectors.toSet());
        if (scopes.isEmpty()) {
            form.faults().add("scopes", Reason.SCOPE_MISSING);
        }
        Optional<Instant> expiresAt =
                form.read("expires", typed -> end(typed, now)).orElse(Optional.empty());
        return new TokenForm(name, scopes, expiresAt);
    }

    /** What such a member may let a program do. */
    static List<Scope> choices(Viewer viewer) {
        return Arrays.stream(Scope.values())
                .filter(scope -> Scope.PERSONAL.contains(scope) || viewer.operator() && Scope.OPERATORS.contains(scope))
                .toList();
    }

    private static Optional<Instant> end(String typed, Instant now) {
        if (typed.equals(NEVER)) {
            return Optional.empty();
        }
        int days = DAYS.stream()
                .filter(one -> typed.equals(one.toString()))
                .findFirst()
                .orElseThrow(() -> new Refusal(Reason.MISSING));
        return Optional.of(now.plus(days, ChronoUnit.DAYS));
    }
}
