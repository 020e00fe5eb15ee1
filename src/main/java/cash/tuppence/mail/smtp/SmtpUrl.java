package cash.tuppence.mail.smtp;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Which mail server, and how to speak with it: {@code smtp://user:password@host:587} or {@code smtps://…}. A password goes
 * over TLS alone. Without a user TLS is used where the server offers it, unless {@code ?starttls=never} says that its
 * certificate is none to be checked, as with many a relay on one's own machine, or {@code ?starttls=always} insists.
 */
public record SmtpUrl(String host, int port, boolean tlsAtOnce, StartTls startTls, Optional<Login> login) {
    private static final int RELAY_PORT = 25;
    private static final int SUBMISSION_PORT = 587;
    private static final int TLS_PORT = 465;

    /** Whether a plain connection becomes an encrypted one (RFC 3207). */
    public enum StartTls {
        NEVER,
        OFFERED,
        ALWAYS
    }

    /** Who we are to the server. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }

    /**
     * @throws IllegalArgumentException where it is none; the message says what it must be
     */
    public static SmtpUrl of(URI uri) {
        boolean tlsAtOnce = "smtps".equals(uri.getScheme());
        if (!tlsAtOnce && !"smtp".equals(uri.getScheme())) {
            throw new IllegalArgumentException("must begin with smtp:// or smtps://");
        }
        boolean hasPath = uri.getRawPath() != null && !uri.getRawPath().matches("/?");
        if (uri.getHost() == null || hasPath || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("must name a host and no path, such as smtp://mail.example.org:587");
        }
        Optional<Login> login = Optional.ofNullable(uri.getRawUserInfo()).map(SmtpUrl::login);
        StartTls startTls = startTls(uri.getRawQuery(), login.isPresent());
        int usual = login.isPresent() ? SUBMISSION_PORT : RELAY_PORT;
        int port = uri.getPort() > 0 ? uri.getPort() : tlsAtOnce ? TLS_PORT : usual;
        return new SmtpUrl(uri.getHost(), port, tlsAtOnce, startTls, login);
    }

    private static Login login(String userInfo) {
        int colon = userInfo.indexOf(':');
        if (colon <= 0) {
            throw new IllegalArgumentException("must hold user:password before the @, or neither");
        }
        return new Login(decode(userInfo.substring(0, colon)), decode(userInfo.substring(colon + 1)));
    }

    private static String decode(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static StartTls startTls(String queryOrNull, boolean hasLogin) {
        if (queryOrNull == null) {
            return hasLogin ? StartTls.ALWAYS : StartTls.OFFERED;
        }
        return switch (queryOrNull) {
            case "starttls=always" -> StartTls.ALWAYS;
            case "starttls=never" -> never(hasLogin);
            default -> throw new IllegalArgumentException("may end with ?starttls=always or ?starttls=never alone");
        };
    }

    private static StartTls never(boolean hasLogin) {
        if (hasLogin) {
            throw new IllegalArgumentException("a password goes over TLS alone: leave out ?starttls=never");
        }
        return StartTls.NEVER;
    }
}
