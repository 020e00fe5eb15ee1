package cash.tuppence.mail.smtp;

import cash.tuppence.mail.Content;
import cash.tuppence.mail.Letter;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.regex.Pattern;

/** A mail as it goes over the wire: text and HTML, of which the reader's program takes the one it likes. */
final class Mime {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    /** The older standard, which Java knows, makes another domain of these than the newer one (RFC 5894, 7.2). */
    private static final Pattern AMBIGUOUS = Pattern.compile("[\u00df\u03c2\u200c\u200d]");

    private Mime() {}

    static MimeMessage message(Session session, InternetAddress from, Letter letter) throws MessagingException {
        MimeMessage message = new Identified(session, messageId(from, letter));
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, recipient(letter.to()));
        message.setSubject(letter.content().subject(), UTF_8);
        message.setSentDate(Date.from(letter.createdAt()));
        // Nobody's holiday is to be told to a program (RFC 3834).
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setContent(alternatives(letter.content()));
        message.saveChanges();
        return message;
    }

    /** Exactly one, written as such: what stands in an address must never end the line, nor name a second one. */
    private static InternetAddress recipient(String text) throws AddressException {
        int at = text.lastIndexOf('@');
        if (AMBIGUOUS.matcher(text.substring(at + 1)).find()) {
            throw new AddressException("two domains can be meant", text);
        }
        try {
            InternetAddress address = new InternetAddress();
            address.setAddress(text.substring(0, at + 1) + IDN.toASCII(text.substring(at + 1)));
            address.validate();
            return address;
        } catch (IllegalArgumentException e) {
            throw new AddressException("no such domain can be", text);
        }
    }

    private static MimeMultipart alternatives(Content content) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(content.text(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(content.html(), UTF_8, "html");
        return new MimeMultipart("alternative", text, html);
    }

    /** The same at each attempt, so that a mail which came twice after all is seen to be one (RFC 5322, 3.6.4). */
    private static String messageId(InternetAddress from, Letter letter) {
        return "<" + letter.id().text() + "@" + SmtpCarrier.domain(from) + ">";
    }

    private static final class Identified extends MimeMessage {
        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
