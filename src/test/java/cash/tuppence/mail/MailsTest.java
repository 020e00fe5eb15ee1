package cash.tuppence.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cash.tuppence.core.Asset;
import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Money;
import cash.tuppence.db.Database;
import cash.tuppence.db.DatabaseSettings;
import cash.tuppence.db.Migrator;
import cash.tuppence.db.SecretBox;
import cash.tuppence.db.Transactions;
import cash.tuppence.mail.smtp.SmtpCarrier;
import cash.tuppence.testing.SettableClock;
import cash.tuppence.testing.TestDatabase;
import cash.tuppence.testing.TestMailServer;
import cash.tuppence.testing.TestMailServer.At;
import cash.tuppence.web.Urls;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailsTest {
    private static final Instant MORNING = Instant.parse("2026-11-02T09:30:00Z");

    private final TestDatabase schema = TestDatabase.fresh();
    private final Database database =
            new Database(new DatabaseSettings(schema.url(), schema.user(), schema.password(), 6));
    private final Transactions transactions = new Transactions(database, List.of(MailMapper.class));
    private final SettableClock clock = new SettableClock(MORNING);
    private final SecretBox box = new SecretBox(new byte[32]);
    private final Mails mails =
            new Mails(new Urls("https://cash.example"), box, new KeyMaker(clock, 1), clock, () -> {});
    private final TestMailServer server = TestMailServer.plain();

    MailsTest() {
        new Migrator(database).migrate();
    }

    @AfterEach
    void close() {
        server.close();
        database.close();
    }

    private static NewMail hello(String to) {
        return NewMail.to(to, "hello")
                .about(7)
                .with("name", "Zoë <b>\r\nBcc: all@example.test")
                .with("amount", Money.parseMinor("2.50", Asset.USD))
                .with("link", "https://cash.example/claim/s3cret");
    }

    private void write(NewMail mail) {
        transactions.execute(session -> mails.write(session, mail));
    }

    private SendMails job() {
        return job(server.url("smtp"));
    }

    private SendMails job(URI url) {
        return new SendMails(transactions, box, clock, Optional.of(carrier(url)));
    }

    private static Carrier carrier(URI url) {
        try {
            return new SmtpCarrier(url, "cash@example.test", SSLContext.getDefault());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String query(String sql) {
        try (Connection connection = schema.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String state() {
        return query("select concat(state, ' ', attempts, ' ', if(sealed is null, 'erased', 'kept')) from mails");
    }

    @Test
    void aMailIsSentOnceAfterTheCommitAndThenErased() throws Exception {
        write(hello("zoe@example.test"));
        assertThat(server.received()).isEmpty();
        job().finish();
        job().finish();
        assertThat(server.received()).hasSize(1);
        assertThat(server.received().get(0).message().getSubject()).isEqualTo("Hello Zoë <b> Bcc: all@example.test");
        assertThat(state()).isEqualTo("sent 1 erased");
    }

    @Test
    void whatIsWrittenIsEscapedAndMoneyIsShownAsReadersKnowIt() {
        write(hello("zoe@example.test"));
        Content content =
                new Mailbox(transactions, box).latest(Optional.empty()).get(0).content();
        assertThat(content.text()).contains("Here is $2.50 for you: https://cash.example/claim/s3cret");
        assertThat(content.html())
                .contains("Good morning, Zoë &lt;b&gt;", "https://cash.example/claim/s3cret", "https://cash.example/")
                .doesNotContain("<b>");
    }

    @Test
    void aMailOfATransactionThatWasRolledBackIsNone() {
        assertThatThrownBy(() -> transactions.execute(session -> {
                    mails.write(session, hello("zoe@example.test"));
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");
        job().finish();
        assertThat(server.received()).isEmpty();
    }

    @Test
    void noSecretLiesReadableInTheDatabase() {
        write(hello("zoe@example.test"));
        assertThat(query("select group_concat(hex(sealed)) from mails"))
                .doesNotContain("733363726574")
                .hasSizeGreaterThan(100);
    }

    @Test
    void twoNodesAtOnceSendEachMailOnce() {
        IntStream.range(0, 60).forEach(i -> write(hello("zoe" + i + "@example.test")));
        List<CompletableFuture<Void>> nodes = IntStream.range(0, 3)
                .mapToObj(i -> CompletableFuture.runAsync(() -> job().finish()))
                .toList();
        nodes.forEach(CompletableFuture::join);
        assertThat(server.received()).hasSize(60);
        assertThat(server.received()).extracting(mail -> mail.to()).doesNotHaveDuplicates();
    }

    @Test
    void whileTheServerIsAwayPausesGrowAndAfterThreeDaysItIsGivenUp() {
        write(hello("zoe@example.test"));
        SendMails nowhere = job(URI.create("smtp://localhost:1"));
        nowhere.finish();
        assertThat(state()).isEqualTo("waiting 1 kept");
        nowhere.finish();
        assertThat(state()).as("not before its pause is over").isEqualTo("waiting 1 kept");
        clock.advance(Duration.ofSeconds(10));
        nowhere.finish();
        clock.advance(Duration.ofSeconds(10));
        nowhere.finish();
        assertThat(state()).as("the second pause is longer").isEqualTo("waiting 2 kept");
        clock.advance(Duration.ofDays(3));
        nowhere.finish();
        assertThat(state()).isEqualTo("dead 2 erased");
    }

    @Test
    void whenTheServerIsBackEverythingGoesOut() {
        IntStream.range(0, 25).forEach(i -> write(hello("zoe" + i + "@example.test")));
        job(URI.create("smtp://localhost:1")).finish();
        job(URI.create("smtp://localhost:1")).finish();
        clock.advance(Duration.ofMinutes(1));
        job().finish();
        assertThat(server.received()).hasSize(25);
    }

    @Test
    void aMailWhoseLinkIsOverIsNotSentAnyMore() {
        write(hello("zoe@example.test").until(MORNING.plus(Duration.ofMinutes(30))));
        clock.advance(Duration.ofMinutes(30));
        job().finish();
        assertThat(server.received()).isEmpty();
        assertThat(state()).isEqualTo("dead 0 erased");
    }

    @Test
    void aRefusalEndsItAndSaysWhy() {
        server.says(550, At.RECIPIENT);
        write(hello("zoe@example.test"));
        job().finish();
        assertThat(state()).isEqualTo("dead 1 erased");
        assertThat(query("select fault from mails")).contains("550");
    }

    @Test
    void whatANodeHadWhenItDiedAnotherSendsOnceTheLeaseIsOver() {
        write(hello("zoe@example.test"));
        transactions.execute(session -> {
            MailMapper mapper = session.getMapper(MailMapper.class);
            List<Long> ids = mapper.lockDue(clock.instant(), 10).stream()
                    .map(MailRow::id)
                    .toList();
            mapper.lease(ids, clock.instant().plus(Duration.ofMinutes(20)));
        });
        job().finish();
        assertThat(server.received()).isEmpty();
        clock.advance(Duration.ofMinutes(20));
        job().finish();
        assertThat(server.received()).hasSize(1);
        assertThat(state()).isEqualTo("sent 2 erased");
    }

    @Test
    void withoutAServerMailsAreKept() {
        write(hello("zoe@example.test"));
        new SendMails(transactions, box, clock, Optional.empty()).finish();
        assertThat(state()).isEqualTo("waiting 0 kept");
    }

    @Test
    void whoeverGoesIsForgotten() {
        write(hello("zoe@example.test"));
        transactions.execute(session -> mails.forget(session, 7));
        assertThat(query("select concat(recipient, state) from mails")).isEqualTo("dead");
        job().finish();
        assertThat(server.received()).isEmpty();
    }

    @Test
    void afterAMonthNothingIsLeft() {
        write(hello("zoe@example.test"));
        clock.advance(Duration.ofDays(31));
        write(hello("ann@example.test"));
        new SweepMails(transactions, clock).finish();
        assertThat(query("select group_concat(recipient) from mails")).isEqualTo("ann@example.test");
    }
}
