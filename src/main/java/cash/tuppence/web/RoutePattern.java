package cash.tuppence.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A route's pattern, compiled. */
final class RoutePattern {
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)(\\*?)}");

    private final List<String> names = new ArrayList<>();
    private final Pattern regex;
    private final int literalLength;

    RoutePattern(String template) {
        StringBuilder built = new StringBuilder();
        Matcher variables = VARIABLE.matcher(template);
        int end = 0;
        int literals = 0;
        while (variables.find()) {
            literals += variables.start() - end;
            built.append(Pattern.quote(template.substring(end, variables.start())))
                    .append(variables.group(2).isEmpty() ? "([^/]+)" : "(.+)");
            names.add(variables.group(1));
            end = variables.end();
        }
        regex = Pattern.compile(built + Pattern.quote(template.substring(end)));
        literalLength = literals + template.length() - end;
    }

    boolean isLiteral() {
        return names.isEmpty();
    }

    /** Of two patterns that match, the one that says more in so many words is meant. */
    int literalLength() {
        return literalLength;
    }

    Optional<Map<String, String>> match(String path) {
        Matcher matcher = regex.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            variables.put(names.get(i), matcher.group(i + 1));
        }
        return Optional.of(Map.copyOf(variables));
    }
}
