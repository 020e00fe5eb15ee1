package cash.tuppence.webhook.outgoing;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A URL that a merchant named for callbacks. That it was allowed when it was named says nothing of where its name leads
 * later; {@link CheckedNames} looks again at each connection.
 */
public record CallbackUrl(URI uri) {
    private static final int MOST_CHARACTERS = 2_000;
    private static final int MOST_PORT = 65_535;
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?" + "(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

    /** Some programs read such a name as an IPv4 address, in decimal, octal or hexadecimal (WHATWG URL, "ends in a number"). */
    private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");

    private static final Pattern IPV4 = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]+]");

    /**
     * Reads what somebody typed.
     *
     * @throws Refusal where it is not an absolute http(s) URL of a plain form, or it names an address outright that is
     *     not allowed; or it is not encrypted, and only public addresses are allowed
     */
    public static CallbackUrl parse(String text, AllowedAddresses allowed) {
        URI uri = toUri(text.strip());
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        if (!isPlain(uri) || !isPlain(host)) {
            throw new Refusal(Reason.CALLBACK_URL_FORM);
        }
        if (allowed == AllowedAddresses.PUBLIC && !uri.getScheme().equalsIgnoreCase("https")) {
            throw new Refusal(Reason.CALLBACK_URL_PLAIN);
        }
        if (isAddress(host) && !allowed.allows(toAddress(host)) || isLocalName(host) && !allowsLoopback(allowed)) {
            throw new Refusal(Reason.CALLBACK_URL_PRIVATE);
        }
        return new CallbackUrl(uri);
    }

    private static URI toUri(String text) {
        if (text.isEmpty()) {
            throw new Refusal(Reason.MISSING);
        }
        if (text.length() > MOST_CHARACTERS) {
            throw new Refusal(Reason.TOO_LONG).with(MOST_CHARACTERS);
        }
        try {
            return new URI(new URI(text).toASCIIString());
        } catch (URISyntaxException e) {
            throw new Refusal(Reason.CALLBACK_URL_FORM);
        }
    }

    private static boolean isPlain(URI uri) {
        return uri.getScheme() != null
                && (uri.getScheme().equalsIgnoreCase("https") || uri.getScheme().equalsIgnoreCase("http"))
                && uri.getRawUserInfo() == null
                && uri.getRawFragment() == null
                && uri.getPort() != 0
                && uri.getPort() <= MOST_PORT;
    }

    private static boolean isPlain(String host) {
        return isAddress(host)
                || NAME.matcher(host).matches()
                        && !ENDS_IN_A_NUMBER.matcher(host).matches();
    }

    private static boolean isAddress(String host) {
        return IPV4.matcher(host).matches() || IPV6.matcher(host).matches();
    }

    private static InetAddress toAddress(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new Refusal(Reason.CALLBACK_URL_FORM);
        }
    }

    /** RFC 6761: always this machine. */
    private static boolean isLocalName(String host) {
        return host.equals("localhost") || host.endsWith(".localhost");
    }

    private static boolean allowsLoopback(AllowedAddresses allowed) {
        return allowed.allows(InetAddress.getLoopbackAddress());
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
