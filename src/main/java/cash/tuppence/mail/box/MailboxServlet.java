package cash.tuppence.mail.box;

import cash.tuppence.mail.Mailbox;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code /mailbox/}: the latest mails, to one address where {@code ?to=} names it. */
public final class MailboxServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    private final transient Mailbox mailbox;

    public MailboxServlet(Pages pages, Mailbox mailbox) {
        super(pages);
        this.mailbox = mailbox;
    }

    @Override
    protected void get(Page page) throws IOException {
        String to = page.parameter("to").strip().toLowerCase(Locale.ROOT);
        Optional<String> address = Optional.of(to).filter(text -> !text.isEmpty());
        page.render("mail/mailbox", Map.of("to", to, "letters", mailbox.latest(address)));
    }
}
