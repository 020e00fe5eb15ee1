package cash.tuppence.web;

import java.net.URI;

/**
 * Our own addresses. All are made from {@code base-url}, never from what a request says its host is.
 */
public final class Urls {
    private final String base;
    private final URI uri;

    /**
     * @param base scheme, host, port and context path, such as {@code https://cash.example/tuppence}
     */
    public Urls(String base) {
        this.base = base.replaceAll("/+$", "");
        this.uri = URI.create(this.base);
        if (uri.getScheme() == null || uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null) {
            throw new IllegalArgumentException("not a base URL: " + base);
        }
    }

    /**
     * @param path below the context path, beginning with a slash
     */
    public String absolute(String path) {
        return base + path;
    }

    /** The same, without scheme and host: for links and redirects within our own pages. */
    public String local(String path) {
        return contextPath() + path;
    }

    /** Empty at the root, else such as {@code /tuppence}. */
    public String contextPath() {
        return uri.getRawPath();
    }

    public String origin() {
        return base.substring(0, base.length() - contextPath().length());
    }

    public boolean isHttps() {
        return uri.getScheme().equals("https");
    }

    /** The path for our cookies. */
    public String cookiePath() {
        return contextPath().isEmpty() ? "/" : contextPath();
    }

    /**
     * The cookie's full name: over https a prefix makes browsers insist that nobody else set it (RFC 6265bis, 4.1.3).
     */
    public String cookieName(String name) {
        if (!isHttps()) {
            return name;
        }
        return (contextPath().isEmpty() ? "__Host-" : "__Secure-") + name;
    }
}
