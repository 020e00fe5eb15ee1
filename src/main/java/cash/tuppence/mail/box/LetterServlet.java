package cash.tuppence.mail.box;

import cash.tuppence.core.PublicId;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.mail.Letter;
import cash.tuppence.mail.Mailbox;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.Map;

/** {@code /mailbox/MAIL}: what one mail says, its links to be followed. */
public final class LetterServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    private final transient Mailbox mailbox;
    private final transient TextParts parts;

    public LetterServlet(Pages pages, Mailbox mailbox) {
        super(pages);
        this.mailbox = mailbox;
        this.parts = new TextParts(pages.urls());
    }

    @Override
    protected void get(Page page) throws IOException {
        Letter letter = find(mailbox, page.variable("mail"));
        page.render(
                "mail/letter",
                Map.of("letter", letter, "parts", parts.of(letter.content().text())));
    }

    static Letter find(Mailbox mailbox, String id) {
        return PublicId.parse(Letter.PREFIX, id)
                .flatMap(mailbox::find)
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
    }
}
