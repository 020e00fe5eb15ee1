package cash.tuppence.mail.box;

import cash.tuppence.mail.Mailbox;
import cash.tuppence.web.guard.ContentPolicy;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /mailbox/MAIL/html}: a mail as a mail program shows it. It may use its own style and nothing else. */
public final class LetterHtmlServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

    private final transient Mailbox mailbox;

    public LetterHtmlServlet(Pages pages, Mailbox mailbox) {
        super(pages);
        this.mailbox = mailbox;
    }

    @Override
    protected void get(Page page) throws IOException {
        String html =
                LetterServlet.find(mailbox, page.variable("mail")).content().html();
        Matcher style = STYLE.matcher(html);
        ContentPolicy.onlyStyle(page.response(), style.find() ? style.group(1) : "");
        byte[] body = html.getBytes(StandardCharsets.UTF_8);
        page.response().setContentType("text/html;charset=UTF-8");
        page.response().setHeader("Cache-Control", "no-store");
        page.response().setContentLength(body.length);
        page.response().getOutputStream().write(body);
    }
}
