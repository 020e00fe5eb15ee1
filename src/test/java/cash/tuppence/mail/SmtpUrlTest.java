package cash.tuppence.mail;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.app.config.Setting;
import cash.tuppence.testing.TestMailServer;
import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Person;
import cash.tuppence.wallet.Rows;
import jakarta.mail.Multipart;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From a page to the mail server that {@code smtp.url} names. */
class SmtpUrlTest {
    @Test
    void whatAPageSetsOffArrivesAtTheMailServerAndItsLinkOpens() throws Exception {
        try (TestMailServer mailServer = TestMailServer.plain();
                TestServer server = TestServer.with(
                                Setting.SMTP_URL, mailServer.url("smtp").toString())
                        .and(Setting.MAIL_FROM, "Cash Desk <desk@example.test>")
                        .start()) {
            Person payer = new Person(server.signedIn("payer"), "payer");
            String claim = payer.invite("niece@example.test", "2.50");
            server.runJob("mail-invitations");
            server.runJob(SendMails.NAME);

            List<TestMailServer.Received> toNiece = mailServer.received().stream()
                    .filter(one -> one.to().equals("niece@example.test"))
                    .toList();
            assertThat(toNiece).hasSize(1);
            TestMailServer.Received mail = toNiece.get(0);
            assertThat(mail.from()).isEqualTo("desk@example.test");
            assertThat(mail.message().getSubject()).isEqualTo("Paula Payer sent you $2.50");
            Multipart parts = (Multipart) mail.message().getContent();
            assertThat(parts.getBodyPart(0).getContent().toString()).contains(server.baseUrl() + claim);
            assertThat(parts.getBodyPart(1).getContent().toString()).contains(server.baseUrl() + claim);
            server.browser().get(claim).expect(200);
            assertThat(Rows.number(server, "select count(*) from mails where state <> 'sent' or sealed is not null"))
                    .isZero();
        }
    }
}
