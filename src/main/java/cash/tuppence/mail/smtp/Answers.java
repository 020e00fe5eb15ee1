package cash.tuppence.mail.smtp;

import cash.tuppence.mail.Fate;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** What a server's answer means (RFC 5321, 4.2.1): 4xx is not now, 5xx is never. */
final class Answers {
    private static final int NEVER = 500;
    private static final int CLOSING = 421;

    private Answers() {}

    static Fate fate(MessagingException failure, boolean connected) {
        int code = 0;
        for (Exception e = failure; e instanceof MessagingException one; e = one.getNextException()) {
            if (e instanceof SMTPAddressFailedException address) {
                return byCode(address.getReturnCode(), address.getMessage());
            }
            if (e instanceof SMTPSendFailedException sent && code == 0 && isAboutTheMail(sent)) {
                code = sent.getReturnCode();
            }
        }
        if (code == CLOSING || (code == 0 && !connected)) {
            return new Fate.Away(said(failure));
        }
        return byCode(code, said(failure));
    }

    private static Fate byCode(int code, String said) {
        return code >= NEVER ? new Fate.Refused(said) : new Fate.Later(said);
    }

    /** A server that does not like who sends dislikes our settings, which can be put right; the mail can wait for it. */
    private static boolean isAboutTheMail(SMTPSendFailedException failure) {
        return failure.getCommand() == null || !failure.getCommand().startsWith("MAIL");
    }

    private static String said(MessagingException failure) {
        return String.valueOf(failure.getMessage()).strip();
    }
}
