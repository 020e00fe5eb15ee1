package cash.tuppence.app;

import cash.tuppence.app.config.Settings;
import cash.tuppence.mail.Carrier;
import cash.tuppence.mail.Mailbox;
import cash.tuppence.mail.Mails;
import cash.tuppence.mail.SendMails;
import cash.tuppence.mail.SweepMails;
import cash.tuppence.mail.box.LetterHtmlServlet;
import cash.tuppence.mail.box.LetterServlet;
import cash.tuppence.mail.box.MailboxServlet;
import cash.tuppence.mail.smtp.SmtpCarrier;
import cash.tuppence.outbox.Job;
import cash.tuppence.outbox.Jobs;
import cash.tuppence.web.Route;
import cash.tuppence.web.Urls;
import cash.tuppence.web.page.Pages;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What {@code mail} brings. */
final class MailParts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MailParts.class);

    private final Foundation base;
    private final Urls urls;
    private final Waker waker = new Waker(SendMails.NAME);
    private final Mails mails;
    private final SendMails sending;

    MailParts(Foundation base, Urls urls) {
        this.base = base;
        this.urls = urls;
        mails = new Mails(urls, base.secrets(), base.keys(), base.clock(), waker);
        sending = new SendMails(base.transactions(), base.secrets(), base.clock(), carrier(base.settings()));
    }

    private static Optional<Carrier> carrier(Settings settings) {
        return settings.smtpUrl().map(url -> new SmtpCarrier(url, settings.mailFrom(), tls()));
    }

    private static SSLContext tls() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }

    Urls urls() {
        return urls;
    }

    Mails mails() {
        return mails;
    }

    List<Job> jobs() {
        return List.of(sending, new SweepMails(base.transactions(), base.clock()));
    }

    /** It is everybody's: it is there in a demo alone, and only while that sends nothing. */
    static boolean hasMailbox(Settings settings) {
        return settings.isDemo() && settings.smtpUrl().isEmpty();
    }

    List<Route> routes(Pages pages) {
        if (!hasMailbox(base.settings())) {
            return List.of();
        }
        Mailbox mailbox = new Mailbox(base.transactions(), base.secrets());
        return List.of(
                Route.open("/mailbox/", new MailboxServlet(pages, mailbox)),
                Route.open("/mailbox/{mail}", new LetterServlet(pages, mailbox)),
                Route.open("/mailbox/{mail}/html", new LetterHtmlServlet(pages, mailbox)));
    }

    void wakes(Jobs jobs) {
        waker.wakes(jobs);
    }

    /** Tells the operator what is missing. */
    void start() {
        if (base.settings().smtpUrl().isEmpty() && !base.settings().isDemo()) {
            LOG.warn("no smtp.url is set: mails are kept, and nobody gets any until it is");
        }
    }

    @Override
    public void close() {
        sending.close();
    }
}
