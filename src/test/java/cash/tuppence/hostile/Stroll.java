package cash.tuppence.hostile;

import cash.tuppence.hostile.Actor.Sent;
import cash.tuppence.testing.Reply;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Follows the links of our own pages as one person, and gathers what there is to send. */
final class Stroll {
    /** Pages of one kind differ only in what they are about. */
    private static final int MOST_OF_A_KIND = 3;

    private final Actor actor;
    private final Deque<String> ahead = new ArrayDeque<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final Map<String, Integer> kinds = new HashMap<>();
    private final Map<String, Set<String>> paths = new LinkedHashMap<>();
    private final Map<String, Set<String>> queries = new LinkedHashMap<>();
    private final Map<String, FoundForm> forms = new LinkedHashMap<>();

    private Stroll(Actor actor) {
        this.actor = actor;
    }

    static Stroll of(Actor actor, Collection<String> entrances) {
        Stroll stroll = new Stroll(actor);
        entrances.forEach(entrance -> stroll.consider("/", entrance));
        while (!stroll.ahead.isEmpty()) {
            stroll.visit(stroll.ahead.remove());
        }
        return stroll;
    }

    /** Where it came along, by the pattern of the route. */
    Map<String, Set<String>> paths() {
        return paths;
    }

    /** Which parameters links carry, by the pattern of the route. */
    Map<String, Set<String>> queries() {
        return queries;
    }

    Collection<FoundForm> forms() {
        return forms.values();
    }

    private void visit(String url) {
        Reply reply = actor.get(url.replaceFirst("\\?.*", ""), query(url), "");
        String page = url.replaceFirst("\\?.*", "");
        if (!reply.location().isEmpty()) {
            consider(page, reply.location());
        }
        if (reply.header("Content-Type").startsWith("text/html")) {
            read(url, Jsoup.parse(reply.body()));
        }
    }

    private void read(String page, Document document) {
        for (Element link : document.select("a[href], link[href]")) {
            consider(page, link.attr("href"));
        }
        for (Element source : document.select("img[src], script[src]")) {
            consider(page, source.attr("src"));
        }
        document.select("form").forEach(form -> note(page, form));
    }

    private void note(String page, Element form) {
        resolved(page, form.attr("action"))
                .ifPresent(target -> actor.inspector()
                        .pattern(target.getPath())
                        .ifPresent(pattern -> FoundForm.of(form, page, target.getRawPath(), pattern)
                                .forEach(found -> forms.putIfAbsent(found.kind(), found))));
    }

    private void consider(String page, String address) {
        Optional<URI> target = resolved(page, address);
        if (target.isEmpty()) {
            return;
        }
        String path = target.get().getRawPath();
        Optional<String> pattern = actor.inspector().pattern(target.get().getPath());
        if (pattern.isEmpty()) {
            return;
        }
        paths.computeIfAbsent(pattern.get(), none -> new LinkedHashSet<>()).add(path);
        List<Sent> query = query(target.get().toString());
        Set<String> names = new TreeSet<>(query.stream().map(Sent::name).toList());
        queries.computeIfAbsent(pattern.get(), none -> new TreeSet<>()).addAll(names);
        String url = query.isEmpty() ? path : path + "?" + target.get().getRawQuery();
        if (known.add(url) && kinds.merge(pattern.get() + names, 1, Integer::sum) <= MOST_OF_A_KIND) {
            ahead.add(url);
        }
    }

    private static Optional<URI> resolved(String page, String address) {
        String bare = address.replaceFirst("#.*", "");
        try {
            URI target = URI.create("http://here.example").resolve(page).resolve(bare.isEmpty() ? page : bare);
            return Optional.of(target).filter(uri -> "here.example".equals(uri.getHost()));
        } catch (IllegalArgumentException elsewhere) {
            return Optional.empty();
        }
    }

    /** Of a URL, as it was encoded there. */
    static List<Sent> query(String url) {
        int mark = url.indexOf('?');
        if (mark < 0 || mark == url.length() - 1) {
            return List.of();
        }
        return List.of(url.substring(mark + 1).split("&")).stream()
                .map(part -> part.split("=", 2))
                .map(pair -> new Sent(
                        java.net.URLDecoder.decode(pair[0], java.nio.charset.StandardCharsets.UTF_8),
                        pair.length > 1 ? pair[1] : ""))
                .toList();
    }
}
