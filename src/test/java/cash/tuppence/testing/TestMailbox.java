package cash.tuppence.testing;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unbescape.html.HtmlEscape;

/** What a demo server would have mailed to an address, read as a person reads it: at {@code /mailbox/}. */
public record TestMailbox(TestServer server, String to) {
    private static final Pattern LETTER = Pattern.compile("href=\"[^\"]*(/mailbox/ml_[0-9A-Za-z]+)\"");
    private static final Pattern SUBJECT = Pattern.compile("<strong>([^<]*)</strong><span class=\"rows-what\">");
    private static final Pattern TEXT = Pattern.compile("<p class=\"letter\">(.*?)</p>", Pattern.DOTALL);

    /** Newest first. */
    public List<String> subjects() {
        return SUBJECT.matcher(list())
                .results()
                .map(match -> HtmlEscape.unescapeHtml(match.group(1)))
                .toList();
    }

    /** As {@link #subjects()}, of those alone that begin so: signing in for a test is told of by mail, too. */
    public List<String> subjects(String beginning) {
        return subjects().stream()
                .filter(subject -> subject.startsWith(beginning))
                .toList();
    }

    /** What the newest says. */
    public String newest() {
        Matcher letter = LETTER.matcher(list());
        if (!letter.find()) {
            throw new AssertionError("no mail to " + to);
        }
        Matcher text =
                TEXT.matcher(server.browser().get(letter.group(1)).expect(200).body());
        if (!text.find()) {
            throw new AssertionError("a mail without text");
        }
        return HtmlEscape.unescapeHtml(text.group(1).replaceAll("<[^>]*>", ""));
    }

    /** The path of the first address of ours in the newest that begins so. */
    public String link(String path) {
        Matcher link = Pattern.compile(Pattern.quote(server.baseUrl()) + "(" + Pattern.quote(path) + "\\S*)")
                .matcher(newest());
        if (!link.find()) {
            throw new AssertionError("no link to " + path + " in: " + newest());
        }
        return link.group(1);
    }

    private String list() {
        return server.browser().get("/mailbox/?to=" + to).expect(200).body();
    }
}
