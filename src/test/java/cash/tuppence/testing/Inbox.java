package cash.tuppence.testing;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The mail of one address, as the demo's mailbox shows it. */
public final class Inbox {
    private static final Pattern LETTER = Pattern.compile("href=\"(/mailbox/ml_[0-9A-Za-z]+)\"");

    private final TestServer server;
    private final String address;

    private Inbox(TestServer server, String address) {
        this.server = server;
        this.address = address;
    }

    public static Inbox of(TestServer server, String address) {
        return new Inbox(server, address);
    }

    /** The pages of all letters, newest first. */
    private List<Reply> letters() {
        String list = server.browser()
                .get("/mailbox/?to=" + address.replace("@", "%40"))
                .expect(200)
                .body();
        return LETTER.matcher(list)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .map(path -> server.browser().get(path).expect(200))
                .toList();
    }

    /** Of all letters, newest first. */
    public List<String> subjects() {
        return letters().stream()
                .map(letter -> letter.hook("subject").orElseThrow())
                .toList();
    }

    /** Of the newest letter. */
    public String text() {
        return letters().get(0).body();
    }

    /**
     * The path of the newest link that begins so.
     *
     * @param path such as {@code /confirm/}
     */
    public String link(String path) {
        Pattern link = Pattern.compile(Pattern.quote("href=\"" + server.baseUrl()) + "(" + path + "[^\"]+)\"");
        return letters().stream()
                .flatMap(letter -> link.matcher(letter.body()).results().map(MatchResult::group))
                .map(match ->
                        match.substring("href=\"".length() + server.baseUrl().length(), match.length() - 1))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no link to " + path + " was mailed to " + address));
    }
}
