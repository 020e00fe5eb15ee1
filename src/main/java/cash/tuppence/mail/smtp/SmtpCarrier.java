package cash.tuppence.mail.smtp;

import cash.tuppence.mail.Carrier;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import javax.net.ssl.SSLContext;

/** Hands mails to the server of {@code smtp.url}. */
public final class SmtpCarrier implements Carrier {
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration WAITING = Duration.ofSeconds(30);

    private final SmtpUrl server;
    private final InternetAddress from;
    private final Session session;

    /**
     * @param from such as {@code Tuppence <cash@example.org>}
     * @throws IllegalArgumentException where either is malformed
     */
    public SmtpCarrier(URI url, String from, SSLContext tls) {
        this(url, from, tls, WAITING);
    }

    SmtpCarrier(URI url, String from, SSLContext tls, Duration waiting) {
        this.server = SmtpUrl.of(url);
        this.from = sender(from);
        this.session = Session.getInstance(properties(tls, waiting));
    }

    /**
     * @throws IllegalArgumentException where it is no address
     */
    public static InternetAddress sender(String text) {
        try {
            InternetAddress address = new InternetAddress(text, true);
            address.validate();
            return address;
        } catch (AddressException e) {
            throw new IllegalArgumentException("must be an address such as Tuppence <cash@example.org>", e);
        }
    }

    private Properties properties(SSLContext tls, Duration waiting) {
        String prefix = "mail." + protocol() + ".";
        Properties properties = new Properties();
        properties.put("mail.mime.allowutf8", "true");
        Set.of("timeout", "writetimeout")
                .forEach(name -> properties.put(prefix + name, String.valueOf(waiting.toMillis())));
        properties.put(prefix + "connectiontimeout", String.valueOf(CONNECTING.toMillis()));
        properties.put(prefix + "localhost", domain(from));
        properties.put(prefix + "auth", String.valueOf(server.login().isPresent()));
        properties.put(prefix + "starttls.enable", String.valueOf(server.startTls() != SmtpUrl.StartTls.NEVER));
        properties.put(prefix + "starttls.required", String.valueOf(server.startTls() == SmtpUrl.StartTls.ALWAYS));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "ssl.protocols", "TLSv1.2 TLSv1.3");
        properties.put(prefix + "ssl.socketFactory", tls.getSocketFactory());
        return properties;
    }

    private String protocol() {
        return server.tlsAtOnce() ? "smtps" : "smtp";
    }

    static String domain(InternetAddress address) {
        return address.getAddress().substring(address.getAddress().lastIndexOf('@') + 1);
    }

    @Override
    public Tour begin() {
        return new SmtpTour(session, protocol(), server, from);
    }
}
