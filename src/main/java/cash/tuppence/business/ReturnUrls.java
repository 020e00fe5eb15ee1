package cash.tuppence.business;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which addresses a payer may be sent back to. */
public final class ReturnUrls {
    public static final int LONGEST = 2000;

    /** Browsers repair what is not plain ASCII, each in its own way, and what is repaired is not what was checked. */
    private static final Pattern PLAIN = Pattern.compile("[!-~]*");

    /** Our own parameters begin so; if the address brought one along, the shop might read that one. */
    private static final String OURS = "tuppence_";

    private ReturnUrls() {}

    /**
     * The address as it was sent.
     *
     * @throws Refusal where it is no absolute http or https address on one of the registered origins, or has a user name,
     *     a fragment or a parameter of ours in it
     */
    public static String check(String url, Set<Origin> registered) {
        Origin origin = originOf(url);
        if (!registered.contains(origin)) {
            throw new Refusal(Reason.RETURN_URL_ORIGIN).with(origin.text());
        }
        return url;
    }

    /**
     * The site of an address, registered or not.
     *
     * @throws Refusal where for any other reason nobody may be sent there
     */
    public static Origin originOf(String url) {
        if (url.length() > LONGEST) {
            throw new Refusal(Reason.TOO_LONG).with(LONGEST);
        }
        URI uri = parse(url);
        Origin origin = Origin.of(uri).orElseThrow(() -> new Refusal(Reason.RETURN_URL_INVALID));
        if (uri.getRawFragment() != null) {
            throw new Refusal(Reason.RETURN_URL_FRAGMENT);
        }
        if (bringsAParameterOfOurs(uri)) {
            throw new Refusal(Reason.RETURN_URL_PARAMETER);
        }
        return origin;
    }

    private static URI parse(String url) {
        if (!PLAIN.matcher(url).matches()) {
            throw new Refusal(Reason.RETURN_URL_INVALID);
        }
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new Refusal(Reason.RETURN_URL_INVALID);
        }
    }

    private static boolean bringsAParameterOfOurs(URI uri) {
        if (uri.getRawQuery() == null) {
            return false;
        }
        // Some frameworks still take a semicolon for an ampersand.
        for (String pair : uri.getRawQuery().split("[&;]")) {
            String name = URLDecoder.decode(pair.split("=", 2)[0], StandardCharsets.UTF_8);
            if (name.strip().toLowerCase(Locale.ROOT).startsWith(OURS)) {
                return true;
            }
        }
        return false;
    }
}
