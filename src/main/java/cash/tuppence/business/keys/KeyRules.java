package cash.tuppence.business.keys;

import cash.tuppence.member.api.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a business's key needs to change something by API: the one place where that is said. What stands in no row is
 * refused to every key.
 */
final class KeyRules {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** The first row that fits a path is meant. */
    private static final List<Rule> RULES = List.of(
            rule("checkouts/[^/]+/refunds", Scope.REFUNDS_WRITE),
            rule("refunds", Scope.REFUNDS_WRITE),
            rule("checkouts", Scope.CHECKOUTS_WRITE),
            rule("buttons", Scope.BUTTONS_WRITE),
            rule("webhook_endpoints", Scope.WEBHOOKS_WRITE),
            rule("deliveries", Scope.WEBHOOKS_WRITE),
            rule("transfers", Scope.TRANSFERS_WRITE));

    private record Rule(Pattern path, Scope scope) {}

    private KeyRules() {}

    private static Rule rule(String below, Scope scope) {
        return new Rule(Pattern.compile("/api/v1/" + below + "(/.*)?"), scope);
    }

    static boolean reads(String method) {
        return READING.contains(method);
    }

    /** What it takes to change what lies at that path; empty where no key may. */
    static Optional<Scope> toChange(String path) {
        return RULES.stream()
                .filter(rule -> rule.path().matcher(path).matches())
                .map(Rule::scope)
                .findFirst();
    }
}
