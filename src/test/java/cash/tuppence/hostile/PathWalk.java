package cash.tuppence.hostile;

import cash.tuppence.hostile.Actor.Sent;
import cash.tuppence.web.Route;
import cash.tuppence.web.guard.Csrf;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Asks for one route with its path, its query, its headers and its method gone bad. */
final class PathWalk {
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW");
    private static final List<String> HEADERS = List.of(
            "User-Agent",
            "Accept",
            "Accept-Language",
            "Accept-Encoding",
            "Authorization",
            "Cookie",
            "Content-Type",
            "Forwarded",
            "Idempotency-Key",
            "If-None-Match",
            "If-Modified-Since",
            "Origin",
            "Range",
            "Referer",
            "X-Forwarded-For",
            "X-Forwarded-Proto",
            "X-HTTP-Method-Override");
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)\\*?}");

    private final Actor actor;
    private final Tally tally;
    private final String pattern;

    PathWalk(Actor actor, Tally tally, Route route) {
        this.actor = actor;
        this.tally = tally;
        this.pattern = route.pattern();
    }

    /** One variable after the other; the others as in a path that is there. */
    void variables(String path, List<Payload> payloads) {
        Matcher values = Pattern.compile(
                        VARIABLE.matcher(pattern.replace(".", "\\.")).replaceAll("([^/]+)"))
                .matcher(path);
        boolean real = values.matches();
        Matcher variable = VARIABLE.matcher(pattern);
        for (int i = 1; variable.find(); i++) {
            String before = real ? path.substring(0, values.start(i)) : pattern.substring(0, variable.start());
            String after = real ? path.substring(values.end(i)) : pattern.substring(variable.end());
            for (Payload payload : payloads) {
                if (!payload.encoded().isEmpty()) {
                    tally.tried(pattern, "{" + variable.group(1) + "}");
                    String tried =
                            before + payload.encoded() + VARIABLE.matcher(after).replaceAll("x");
                    actor.get(VARIABLE.matcher(tried).replaceAll("x"), List.of(), payload.name());
                }
            }
        }
    }

    void query(String path, Collection<String> names, List<Payload> payloads) {
        for (String name : names) {
            for (Payload payload : payloads) {
                tally.tried(pattern, "?" + name);
                actor.get(path, List.of(new Sent(name, payload.encoded())), name + " " + payload.name());
            }
            tally.tried(pattern, "?" + name);
            actor.get(path, List.of(Sent.of(name, "1"), new Sent(name, Payload.MARKUP.encoded())), name + " repeated");
        }
        for (Payload payload : names.isEmpty() ? List.<Payload>of() : payloads) {
            List<Sent> all = names.stream()
                    .map(name -> new Sent(name, payload.encoded()))
                    .collect(Collectors.toList());
            actor.get(path, all, "every parameter " + payload.name());
        }
    }

    /**
     * @param proof that a form is ours; with it, a form without any field gets as far as its own code
     */
    void methods(String path, String proof) {
        String body = Csrf.FIELD + "=" + Payload.encode(proof);
        for (String method : METHODS) {
            HttpRequest.Builder request = actor.browser()
                    .request(path)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .method(method, BodyPublishers.ofString(body));
            actor.send(method, path, request, "");
        }
    }

    void headers(String path, List<Payload> payloads) {
        for (String header : HEADERS) {
            for (Payload payload : payloads) {
                if (payload.text().matches("[ -~]+")) {
                    actor.send(
                            "GET",
                            path,
                            actor.browser().request(path).header(header, payload.text()),
                            header + " " + payload.name());
                }
            }
        }
    }
}
