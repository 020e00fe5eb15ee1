package cash.tuppence.mail;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.web.Urls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Writes every template that there is, with words that try to be more than words. */
class MailTemplatesTest {
    private static final Path FOLDER = Path.of("src/main/resources/mail");
    private static final String ODD = "Zoë <script>alert(1)</script> & [[${home}]]";
    private static final Money AMOUNT = Money.ofMinor(250, Asset.USD);
    private static final Instant END = Instant.parse("2026-12-02T09:30:00Z");
    private static final String LINK = "https://cash.example/some/path?a=1&b=2";

    /** What each template is given besides what all are: add a line for a template whose words are its own. */
    private static final Map<String, Object> WORDS = new TreeMap<>(Map.ofEntries(
            Map.entry("sender", ODD),
            Map.entry("handle", "zoe"),
            Map.entry("name", ODD),
            Map.entry("business", ODD),
            Map.entry("inviter", ODD),
            Map.entry("role", "cashier"),
            Map.entry("region", "Guam"),
            Map.entry("recipient", "niece@example.test"),
            Map.entry("email", "zoe@example.test"),
            Map.entry("url", "https://shop.example/callback?a=<b>"),
            Map.entry("livemode", false),
            Map.entry("state", "posted"),
            Map.entry("amount", AMOUNT),
            Map.entry("end", END),
            Map.entry("at", END),
            Map.entry("subject", ODD),
            Map.entry("what", ODD),
            Map.entry("minutes", 30),
            Map.entry("forgot", "https://cash.example/forgot"),
            Map.entry("security", "https://cash.example/settings/security"),
            Map.entry("link", LINK),
            Map.entry("choices", "https://cash.example/settings/notifications")));

    static List<String> templates() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .map(name -> name.replace(".txt", ""))
                    .sorted()
                    .toList();
        }
    }

    private static Content write(String template) {
        NewMail mail = NewMail.to("zoe@example.test", template);
        for (Map.Entry<String, Object> word : WORDS.entrySet()) {
            mail = mail.with(word.getKey(), word.getValue());
        }
        return new Contents(new Urls("https://cash.example")).write(mail);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void saysTheSameAsTextAndAsHtml(String template) {
        Content content = write(template);
        assertThat(content.subject()).isNotBlank().hasSizeLessThan(151).doesNotContain("\n", "null", "[(", "[#");
        assertThat(content.text()).doesNotContain("null", "[(", "[#", " th:");
        assertThat(content.html()).doesNotContain("null", " th:", "href=\"#\"").contains("<style>", "</html>");
        if (content.text().contains(LINK)) {
            assertThat(content.html()).contains("href=\"https://cash.example/some/path?a=1&amp;b=2\"");
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void runsAndLoadsNothing(String template) {
        String html = write(template).html();
        assertThat(html).doesNotContain("<script", "<img", "<link", "<iframe", "@import", "url(", "javascript:");
        assertThat(html).doesNotContainPattern("\\son[a-z]+=").doesNotContainPattern("\\sstyle=");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void evaluatesNothingThatSomebodyTyped(String template) {
        Content content = write(template);
        String shown = "[[${home}]]";
        assertThat(content.text().contains("Zoë") ? content.text() : shown).contains(shown);
        assertThat(content.html().contains("Zoë") ? content.html() : shown).contains(shown);
    }
}
