package cash.tuppence.mail.smtp;

import cash.tuppence.mail.Carrier;
import cash.tuppence.mail.Fate;
import cash.tuppence.mail.Letter;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One conversation with the server, over which some mails go. */
final class SmtpTour implements Carrier.Tour {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpTour.class);

    private final Session session;
    private final SmtpUrl server;
    private final InternetAddress from;
    private final Transport transport;

    SmtpTour(Session session, String protocol, SmtpUrl server, InternetAddress from) {
        this.session = session;
        this.server = server;
        this.from = from;
        try {
            this.transport = session.getTransport(protocol);
        } catch (MessagingException e) {
            throw new IllegalStateException("the mail library speaks no " + protocol, e);
        }
    }

    @Override
    public Fate carry(Letter letter) {
        MimeMessage message;
        try {
            message = Mime.message(session, from, letter);
        } catch (MessagingException e) {
            return new Fate.Refused(e.getMessage());
        }
        try {
            connect();
        } catch (MessagingException e) {
            return new Fate.Away(server.host() + ":" + server.port() + ": " + e.getMessage());
        }
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return new Fate.Taken();
        } catch (MessagingException e) {
            return Answers.fate(e, transport.isConnected());
        }
    }

    /** Again, where the server hung up after the mail before. */
    private void connect() throws MessagingException {
        if (!transport.isConnected()) {
            transport.connect(
                    server.host(),
                    server.port(),
                    server.login().map(SmtpUrl.Login::user).orElse(null),
                    server.login().map(SmtpUrl.Login::password).orElse(null));
        }
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("the mail server did not say goodbye", e);
        }
    }
}
