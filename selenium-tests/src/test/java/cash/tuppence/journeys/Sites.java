package cash.tuppence.journeys;

import java.net.URI;

/** The two sites, from the system properties `tuppence.url` (which may have a context path) and `shop.url`. */
public final class Sites {
    private static final URI TUPPENCE = site("tuppence.url", "http://localhost:8080");
    private static final URI SHOP = site("shop.url", "http://127.0.0.1:8081");

    private Sites() {}

    /** The path begins with a slash and does not hold the context path. */
    public static URI tuppence(String path) {
        return URI.create(TUPPENCE + path);
    }

    public static URI shop(String path) {
        return URI.create(SHOP + path);
    }

    /** A missing property and an empty one both mean the demo's own address. */
    private static URI site(String property, String demo) {
        String given = System.getProperty(property, "");
        return URI.create((given.isEmpty() ? demo : given).replaceAll("/+$", ""));
    }
}
