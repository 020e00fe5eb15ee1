package cash.tuppence.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cash.tuppence.core.PublicId;
import cash.tuppence.mail.Carrier;
import cash.tuppence.mail.Content;
import cash.tuppence.mail.Fate;
import cash.tuppence.mail.Letter;
import cash.tuppence.testing.TestMailServer;
import cash.tuppence.testing.TestMailServer.At;
import cash.tuppence.testing.TestMailServer.Received;
import cash.tuppence.testing.TestTls;
import jakarta.mail.internet.MimeMultipart;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpCarrierTest {
    private static final String FROM = "Tuppence <cash@example.test>";
    private static final Duration WAITING = Duration.ofSeconds(20);
    private static final SSLContext LOCALHOST = TestTls.of("localhost");
    private static final SSLContext ELSEWHERE = TestTls.of("elsewhere.example");
    private static final Content CONTENT =
            new Content("Zoë sent you $2.50", "Grüße, 5 € und\n.\nein Punkt\n", "<p>Grüße, 5 €</p>");

    private static Letter letter(String to) {
        return letter(to, CONTENT);
    }

    private static Letter letter(String to, Content content) {
        PublicId id = new PublicId(Letter.PREFIX, 17, new byte[12]);
        return new Letter(id, to, content, Instant.parse("2026-11-02T09:30:00Z"));
    }

    private static Fate carry(URI url, SSLContext tls, Letter letter) {
        try (Carrier.Tour tour = new SmtpCarrier(url, FROM, tls, WAITING).begin()) {
            return tour.carry(letter);
        }
    }

    private static Fate carry(TestMailServer server, Letter letter) {
        return carry(server.url("smtp"), LOCALHOST, letter);
    }

    private static URI withLogin(TestMailServer server, String login) {
        return URI.create("smtp://" + login + "@localhost:" + server.port());
    }

    @Test
    void aMailArrivesAsTextAndHtml() throws Exception {
        try (TestMailServer server = TestMailServer.plain()) {
            assertThat(carry(server, letter("zoe@example.test"))).isEqualTo(new Fate.Taken());
            Received mail = server.received().get(0);
            assertThat(mail.from()).isEqualTo("cash@example.test");
            assertThat(mail.to()).isEqualTo("zoe@example.test");
            assertThat(mail.header("From")).isEqualTo(FROM);
            assertThat(mail.header("Date")).contains("2 Nov 2026");
            assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
            assertThat(mail.message().getSubject()).isEqualTo(CONTENT.subject());
            MimeMultipart parts = (MimeMultipart) mail.message().getContent();
            assertThat(parts.getContentType()).startsWith("multipart/alternative");
            assertThat(parts.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
            assertThat(((String) parts.getBodyPart(0).getContent()).replace("\r\n", "\n"))
                    .isEqualTo(CONTENT.text());
            assertThat(parts.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
            assertThat(parts.getBodyPart(1).getContent()).isEqualTo(CONTENT.html());
        }
    }

    @Test
    void aMailThatIsSentAgainHasTheSameIdAndSeveralGoOverOneConnection() {
        try (TestMailServer server = TestMailServer.plain();
                Carrier.Tour tour = new SmtpCarrier(server.url("smtp"), FROM, LOCALHOST, WAITING).begin()) {
            tour.carry(letter("zoe@example.test"));
            tour.carry(letter("zoe@example.test"));
            assertThat(server.received())
                    .extracting(mail -> mail.header("Message-ID"))
                    .containsExactly(
                            "<ml_0000000000H00000000000000000@example.test>",
                            "<ml_0000000000H00000000000000000@example.test>");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aPasswordIsSaidOverTlsAlone() {
        try (TestMailServer server = TestMailServer.withLogin(LOCALHOST)) {
            assertThat(carry(withLogin(server, "cash:s3cr%40t"), LOCALHOST, letter("zoe@example.test")))
                    .isEqualTo(new Fate.Taken());
            assertThat(server.logins()).containsExactly("cash");
        }
        try (TestMailServer server = TestMailServer.withLogin()) {
            assertThat(carry(withLogin(server, "cash:s3cr%40t"), LOCALHOST, letter("zoe@example.test")))
                    .isInstanceOf(Fate.Away.class);
            assertThat(server.logins()).isEmpty();
        }
    }

    @Test
    void aWrongPasswordIsNoFaultOfTheMail() {
        try (TestMailServer server = TestMailServer.withLogin(LOCALHOST)) {
            Fate fate = carry(withLogin(server, "cash:guessed"), LOCALHOST, letter("zoe@example.test"));
            assertThat(fate).isInstanceOf(Fate.Away.class);
            assertThat(fate.toString()).doesNotContain("guessed");
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void tlsIsSpokenAtOnceWhereTheUrlSaysSo() {
        try (TestMailServer server = TestMailServer.withTlsAtOnce(LOCALHOST)) {
            assertThat(carry(server.url("smtps"), LOCALHOST, letter("zoe@example.test")))
                    .isEqualTo(new Fate.Taken());
        }
    }

    @Test
    void aServerWithAnothersOrAnUnknownCertificateGetsNothing() {
        try (TestMailServer server = TestMailServer.withStartTls(ELSEWHERE)) {
            assertThat(carry(server.url("smtp"), ELSEWHERE, letter("zoe@example.test")))
                    .as("trusted, but made for another name")
                    .isInstanceOf(Fate.Away.class);
            assertThat(server.received()).isEmpty();
        }
        try (TestMailServer server = TestMailServer.withStartTls(TestTls.of("localhost"))) {
            assertThat(carry(server.url("smtp"), LOCALHOST, letter("zoe@example.test")))
                    .as("the right name, by nobody we trust")
                    .isInstanceOf(Fate.Away.class);
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void aRelayOfOnesOwnMaySpeakInTheClear() {
        try (TestMailServer server = TestMailServer.plain()) {
            URI url = URI.create(server.url("smtp") + "?starttls=never");
            assertThat(carry(url, LOCALHOST, letter("zoe@example.test"))).isEqualTo(new Fate.Taken());
            URI strict = URI.create(server.url("smtp") + "?starttls=always");
            assertThat(carry(strict, LOCALHOST, letter("zoe@example.test"))).isInstanceOf(Fate.Away.class);
        }
    }

    @Test
    void whatTheServerSaysDecidesWhetherItIsTriedAgain() {
        try (TestMailServer server = TestMailServer.plain()) {
            assertThat(answered(server, 550, At.RECIPIENT)).isInstanceOf(Fate.Refused.class);
            assertThat(answered(server, 450, At.RECIPIENT)).isInstanceOf(Fate.Later.class);
            assertThat(answered(server, 554, At.DATA)).isInstanceOf(Fate.Refused.class);
            assertThat(answered(server, 452, At.DATA)).isInstanceOf(Fate.Later.class);
            assertThat(answered(server, 421, At.DATA)).isInstanceOf(Fate.Away.class);
            assertThat(answered(server, 550, At.SENDER))
                    .as("who we say we are can be put right")
                    .isInstanceOf(Fate.Later.class);
            assertThat(answered(server, 0, At.DATA)).isEqualTo(new Fate.Taken());
            assertThat(server.received()).hasSize(1);
        }
    }

    private static Fate answered(TestMailServer server, int code, At at) {
        server.says(code, at);
        return carry(server, letter("zoe@example.test"));
    }

    @Test
    void aRefusedMailDoesNotHoldUpTheNext() {
        try (TestMailServer server = TestMailServer.plain();
                Carrier.Tour tour = new SmtpCarrier(server.url("smtp"), FROM, LOCALHOST, WAITING).begin()) {
            server.says(550, At.RECIPIENT);
            assertThat(tour.carry(letter("nobody@example.test"))).isInstanceOf(Fate.Refused.class);
            server.says(0, At.RECIPIENT);
            assertThat(tour.carry(letter("zoe@example.test"))).isEqualTo(new Fate.Taken());
        }
    }

    @Test
    void aServerThatIsNotThereOrSaysNothingIsAway() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertThat(carry(URI.create("smtp://localhost:" + port), LOCALHOST, letter("zoe@example.test")))
                .isInstanceOf(Fate.Away.class);
        try (TestMailServer server = TestMailServer.plain();
                Carrier.Tour tour =
                        new SmtpCarrier(server.url("smtp"), FROM, LOCALHOST, Duration.ofMillis(300)).begin()) {
            server.waitsFor(new CountDownLatch(1));
            assertThat(tour.carry(letter("zoe@example.test"))).isInstanceOf(Fate.Away.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zoe@example.test\r\nBcc: all@example.test",
                "zoe@example.test, all@example.test",
                "zoe@example.test> SIZE=1\r\nRCPT TO:<all@example.test",
                "Zoe <zoe@example.test>",
                "zoe",
                "",
                "zoe@"
            })
    void whatIsNoSingleAddressIsRefusedBeforeAnythingIsSaid(String to) {
        try (TestMailServer server = TestMailServer.plain()) {
            assertThat(carry(server, letter(to))).isInstanceOf(Fate.Refused.class);
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void aSubjectCannotBecomeAnotherHeader() throws Exception {
        Content odd = new Content("Hello\r\nBcc: all@example.test\r\n\r\nBuy!", "text\n", "<p>text</p>");
        try (TestMailServer server = TestMailServer.plain()) {
            carry(server, letter("zoe@example.test", odd));
            Received mail = server.received().get(0);
            assertThat(mail.message().getHeader("Bcc")).isNull();
            assertThat(mail.to()).isEqualTo("zoe@example.test");
            assertThat(mail.message().getContent()).isInstanceOf(MimeMultipart.class);
        }
    }

    @Test
    void anAddressInAnyScriptIsWrittenAsServersKnowIt() {
        try (TestMailServer server = TestMailServer.plain()) {
            assertThat(carry(server, letter("zoe@grün.example"))).isEqualTo(new Fate.Taken());
            assertThat(server.received().get(0).to()).isEqualTo("zoe@xn--grn-ioa.example");
            assertThat(carry(server, letter("zoe@grüße.example")))
                    .as("by the older rule this is another's domain, grüsse.example")
                    .isInstanceOf(Fate.Refused.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://mail.example",
                "smtp:///",
                "smtp://mail.example/box",
                "smtp://cash@mail.example",
                "smtp://mail.example?tls=no",
                "smtp://cash:secret@mail.example?starttls=never"
            })
    void aUrlThatCouldBeMisunderstoodIsNone(String url) {
        assertThatThrownBy(() -> SmtpUrl.of(URI.create(url))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void portsAreTheUsualOnes() {
        assertThat(SmtpUrl.of(URI.create("smtp://mail.example")).port()).isEqualTo(25);
        assertThat(SmtpUrl.of(URI.create("smtp://a:b@mail.example")).port()).isEqualTo(587);
        assertThat(SmtpUrl.of(URI.create("smtps://a:b@mail.example")).port()).isEqualTo(465);
        assertThat(SmtpUrl.of(URI.create("smtp://a:b+%2f@mail.example:2525"))
                        .login()
                        .orElseThrow()
                        .password())
                .isEqualTo("b+/");
    }
}
