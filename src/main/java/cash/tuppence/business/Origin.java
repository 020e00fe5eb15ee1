package cash.tuppence.business;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Scheme, host and port of a site, as browsers compare them (RFC 6454): in lower case, international names in their
 * ASCII form, the scheme's own port left out. Two sites are the same only where these texts are equal; nothing is
 * guessed from a suffix.
 */
public record Origin(String text) {
    private static final int LONGEST = 300;
    private static final Pattern SCHEME = Pattern.compile("https?");

    /** A name or an address as such; what browsers would read as something else ({@code 0x7f.1}) never equals it. */
    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:.]+]");

    private static final Pattern THIS_MACHINE =
            Pattern.compile("https?://(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]+)?");

    /**
     * The characters that the JDK (IDNA 2003) turns into another name than browsers do (UTS 46, section 7): such a name
     * has to be written in its ASCII form.
     */
    private static final Pattern NAMED_OTHERWISE_BY_BROWSERS = Pattern.compile("[\u00df\u1e9e\u03c2\u200c\u200d]");

    /** An origin as a person writes it: nothing behind the port but perhaps a slash. */
    public static Optional<Origin> parse(String typed) {
        String trimmed = typed.strip();
        int authority = trimmed.indexOf("://") + 3;
        int end = authority < 3 ? -1 : trimmed.indexOf('/', authority);
        if (end >= 0 && end != trimmed.length() - 1) {
            return Optional.empty();
        }
        return toAscii(end < 0 ? trimmed : trimmed.substring(0, end))
                .flatMap(Origin::toUri)
                .filter(uri -> uri.getRawQuery() == null && uri.getRawFragment() == null)
                .flatMap(Origin::of);
    }

    /** The origin of an absolute http or https URL; empty for any other URL, and for one with a user name in it. */
    public static Optional<Origin> of(URI url) {
        String scheme = lower(url.getScheme());
        String host = lower(url.getHost());
        if (!SCHEME.matcher(scheme).matches()
                || !HOST.matcher(host).matches()
                || url.getRawUserInfo() != null
                || url.getRawAuthority().endsWith(":")
                || url.getPort() > 65535) {
            return Optional.empty();
        }
        boolean isUsual = url.getPort() < 0 || url.getPort() == (scheme.equals("https") ? 443 : 80);
        String text = scheme + "://" + host + (isUsual ? "" : ":" + url.getPort());
        return text.length() > LONGEST ? Optional.empty() : Optional.of(new Origin(text));
    }

    private static String lower(String textOrNull) {
        return textOrNull == null ? "" : textOrNull.toLowerCase(Locale.ROOT);
    }

    private static Optional<URI> toUri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** People may write {@code https://bücher.example}; browsers say {@code https://xn--bcher-kva.example}. */
    private static Optional<String> toAscii(String origin) {
        int host = origin.indexOf("://") + 3;
        if (host < 3 || NAMED_OTHERWISE_BY_BROWSERS.matcher(origin).find()) {
            return Optional.empty();
        }
        if (origin.startsWith("[", host)) {
            return Optional.of(origin);
        }
        int port = origin.indexOf(':', host);
        int end = port < 0 ? origin.length() : port;
        try {
            String ascii = IDN.toASCII(origin.substring(host, end), IDN.USE_STD3_ASCII_RULES);
            return Optional.of(origin.substring(0, host) + ascii + origin.substring(end));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public boolean isEncrypted() {
        return text.startsWith("https://");
    }

    /** Whether it lies on the machine of whoever opens it: for trying things out. */
    public boolean isThisMachine() {
        return THIS_MACHINE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
