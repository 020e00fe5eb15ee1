package cash.tuppence.mail.box;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.app.config.Setting;
import cash.tuppence.core.KeyMaker;
import cash.tuppence.db.Database;
import cash.tuppence.db.DatabaseSettings;
import cash.tuppence.db.SecretBox;
import cash.tuppence.db.Transactions;
import cash.tuppence.mail.MailMapper;
import cash.tuppence.mail.Mails;
import cash.tuppence.mail.NewMail;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestDatabase;
import cash.tuppence.testing.TestServer;
import cash.tuppence.web.Urls;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MailboxPagesTest {
    private static final byte[] KEY = new byte[32];
    private static final Pattern LETTER = Pattern.compile("href=\"(/mailbox/ml_[0-9A-Za-z]+)\"");

    private static TestServer.Builder server() {
        return TestServer.with(Setting.SECRET_KEY, Base64.getEncoder().encodeToString(KEY));
    }

    private static void write(TestServer server, String... all) {
        TestDatabase schema = server.database();
        try (Database database =
                new Database(new DatabaseSettings(schema.url(), schema.user(), schema.password(), 2))) {
            Mails mails = new Mails(
                    new Urls(server.baseUrl()),
                    new SecretBox(KEY),
                    new KeyMaker(server.clock(), 900),
                    server.clock(),
                    () -> {});
            Transactions transactions = new Transactions(database, List.of(MailMapper.class));
            for (String to : all) {
                transactions.execute(session -> mails.write(session, hello(server, to)));
            }
        }
    }

    private static NewMail hello(TestServer server, String to) {
        return NewMail.to(to, "hello")
                .with("name", "Zoë <script>")
                .with("amount", "$2.50")
                .with("link", server.baseUrl() + "/claim/abc");
    }

    @Test
    void showsWhatWouldHaveBeenSentWithLinksToFollow() {
        try (TestServer server = server().start()) {
            write(server, "zoe@example.test", "ann@example.test");
            Reply list = server.browser().get("/mailbox/?to=Zoe@example.test").expect(200);
            assertThat(list.body()).contains("zoe@example.test", "Hello Zo").doesNotContain("ann@example.test");
            assertThat(server.browser().get("/mailbox/").body()).contains("ann@example.test", "zoe@example.test");

            Matcher path = LETTER.matcher(list.body());
            assertThat(path.find()).isTrue();
            Reply letter = server.browser().get(path.group(1)).expect(200);
            assertThat(letter.hook("subject")).hasValue("Hello Zoë <script>");
            assertThat(letter.body())
                    .contains("<a href=\"" + server.baseUrl() + "/claim/abc\">")
                    .doesNotContain("Zoë <script>");

            Reply html = server.browser().get(path.group(1) + "/html").expect(200);
            assertThat(html.body()).contains("Good morning").doesNotContain("<script");
            assertThat(html.header("Content-Security-Policy"))
                    .startsWith("default-src 'none'; style-src 'sha256-")
                    .doesNotContain("self");
        }
    }

    @Test
    void isThereInADemoWithoutAMailServerAlone() {
        try (TestServer server =
                server().and(Setting.SMTP_URL, "smtp://localhost:1").start()) {
            server.browser().get("/mailbox/").expect(404);
        }
        try (TestServer server = server().and(Setting.DEMO, "false").start()) {
            server.browser().get("/mailbox/").expect(404);
        }
        try (TestServer server = server().start()) {
            server.browser().get("/mailbox/").expect(200);
            server.browser().get("/mailbox/ml_nothing").expect(404);
        }
    }
}
