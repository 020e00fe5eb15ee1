package cash.tuppence.hostile;

import cash.tuppence.testing.Reply;
import cash.tuppence.web.RouteTable;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;

/** Looks at each answer: what must never be in one, whatever was asked. */
final class Inspector {
    private static final Set<Integer> AT_THE_DOOR = Set.of(400, 401, 403, 404, 405, 413, 429);
    private static final Set<String> ADDRESSES = Set.of("href", "src", "action", "formaction", "data", "content");
    private static final List<String> INNARDS = List.of(
            "at cash.tuppence.",
            "java.lang.",
            "jakarta.servlet",
            "org.apache.",
            "java.sql.",
            "SQLSyntax",
            "org.thymeleaf",
            "tools.jackson",
            "$argon2");

    private final RouteTable routes;
    private final Tally tally;
    private final URI base;

    Inspector(RouteTable routes, Tally tally, String baseUrl) {
        this.routes = routes;
        this.tally = tally;
        this.base = URI.create(baseUrl);
    }

    /**
     * @param what the method, who asked, and with what
     * @param path below the context path, without its query
     * @param secrets what this viewer must not see
     */
    void judge(String what, String path, Reply reply, List<String> secrets) {
        tally.answered(reply.status());
        pattern(path).filter(pattern -> !isTurnedAway(reply)).ifPresent(tally::reached);
        require(reply.status() < 500, what, "answered " + reply.status());
        requireHeaders(what, reply);
        requireSilence(what, reply, secrets);
        if (isHtml(reply) && reply.body().contains(Payload.MARK)) {
            requireEscaped(what, Jsoup.parse(reply.body()));
        }
    }

    Optional<String> pattern(String path) {
        return routes.find(path).map(match -> match.route().pattern());
    }

    private static boolean isTurnedAway(Reply reply) {
        return AT_THE_DOOR.contains(reply.status()) || reply.location().contains("/login?next=");
    }

    private void requireHeaders(String what, Reply reply) {
        require(reply.header("X-Hx7q").isEmpty(), what, "a header of the sender’s");
        require(
                reply.headers().allValues("Set-Cookie").stream().noneMatch(c -> c.startsWith("hx7q")),
                what,
                "a cookie");
        require(leadsHome(reply.location()), what, "leads to " + reply.location());
        require(reply.header("X-Content-Type-Options").equals("nosniff"), what, "sniffed, " + reply.status());
        require(
                reply.header("Content-Security-Policy").contains("frame-ancestors 'none'"),
                what,
                "framed, " + reply.status());
        String type = reply.header("Content-Type");
        require(reply.body().isEmpty() || !type.isEmpty(), what, "a body without a type");
        require(!type.startsWith("text/") || type.toLowerCase().contains("charset=utf-8"), what, "charset of " + type);
        if (type.contains("json")) {
            requireJson(what, reply);
        }
    }

    private void requireJson(String what, Reply reply) {
        try {
            require(reply.body().isEmpty() || reply.json().isContainer(), what, "not an object");
        } catch (JacksonException broken) {
            require(false, what, "broken JSON");
        }
    }

    /** Of other sites only those that a business registered. */
    private boolean leadsHome(String location) {
        if (location.isEmpty() || (location.startsWith("/") && !location.matches("/[/\\\\].*"))) {
            return true;
        }
        String host = URI.create(location).getHost();
        return base.getHost().equals(host) || location.startsWith(Scene.SITE + "/");
    }

    private void requireSilence(String what, Reply reply, List<String> secrets) {
        String body = reply.body();
        require(!body.contains(Payload.PRODUCT), what, "evaluated");
        for (String innards : INNARDS) {
            require(!body.contains(innards) || isGuide(what), what, "tells of " + innards);
        }
        for (String secret : isForEverybody(what) ? List.<String>of() : secrets) {
            require(!body.contains(secret) && !reply.location().contains(secret), what, "shows " + secret);
        }
    }

    /** The demo's mailbox is everybody's, and the guide names its people. */
    private static boolean isForEverybody(String what) {
        return isGuide(what) || what.contains(" /mailbox/");
    }

    /** The guide shows programs. */
    private static boolean isGuide(String what) {
        return what.contains(" /docs/");
    }

    private void requireEscaped(String what, Document document) {
        for (Element element : document.getAllElements()) {
            require(!element.normalName().equals(Payload.MARK), what, "markup in " + element.parent());
            boolean runs = element.normalName().equals("script")
                    || element.normalName().equals("style");
            require(!runs || !element.data().contains(Payload.MARK), what, "script " + element);
            for (Attribute attribute : element.attributes()) {
                requireInert(what, element, attribute);
            }
        }
    }

    private void requireInert(String what, Element element, Attribute attribute) {
        String name = attribute.getKey();
        String value = attribute.getValue().strip().toLowerCase();
        require(!name.startsWith("on"), what, "handler " + name + " on " + element.normalName());
        boolean leads =
                ADDRESSES.contains(name) && (value.startsWith("javascript:hx7q") || value.startsWith("data:text/html"));
        require(!leads || element.normalName().equals("meta"), what, "address in " + element);
    }

    private static boolean isHtml(Reply reply) {
        return reply.header("Content-Type").startsWith("text/html");
    }

    private void require(boolean holds, String what, String otherwise) {
        if (!holds) {
            tally.found(shortened(otherwise), shortened(what));
        }
    }

    private static String shortened(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
