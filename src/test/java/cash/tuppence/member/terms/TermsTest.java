package cash.tuppence.member.terms;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.member.terms.Declaration.Subject;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Rows;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TermsTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void areShownAsTheyAreNowAndAsTheyWere() {
        String line = Declaration.current(Subject.TERMS).lines().get(1);

        assertThat(server.browser().get("/terms").expect(200).body()).contains(line);
        assertThat(server.browser().get("/terms/versions/2026-11").expect(200).body())
                .contains(line);
        assertThat(server.browser().get("/signup").expect(200).body())
                .contains(line, Declaration.current(Subject.ADULT).text());
        server.browser().get("/terms/versions/1999-01").expect(404);
        server.browser().get("/terms/versions/2026-11.txt").expect(404);
    }

    @Test
    void whatANewcomerAgreedToIsKeptToTheLetterWithItsTime() {
        server.browser()
                .post(
                        "/signup",
                        Map.of(
                                "name", "Connie Sent",
                                "handle", "connie",
                                "email", "connie@example.test",
                                "password", "blue ferns grow",
                                "region", "US-UT",
                                "adult", "true",
                                "terms", "true"))
                .expect(303);

        assertThat(Rows.number(
                        server,
                        "select count(*) from consents c join declarations d using (text_hash) join members m"
                                + " on m.id = c.member_id where m.email = 'connie@example.test'"
                                + " and c.agreed_at = '2026-11-02 09:30:00' and d.version = '2026-11'"
                                + " and unhex(sha2(d.text, 256)) = d.text_hash"))
                .isEqualTo(2);
    }

    @Test
    void areAskedOfAMemberWhoAgreedToOlderOnesBeforeTheyGoOn() {
        Rows.execute(server, "update members set terms_version = '2010-01' where email = 'friend@example.test'");
        TestBrowser friend = server.signedIn("friend");

        assertThat(friend.get("/send").expect(303).location()).isEqualTo("/terms/agree?next=%2Fsend");
        friend.get("/terms").expect(200);
        assertThat(friend.post("/terms/agree", Map.of()).expect(422).error("terms"))
                .isPresent();
        assertThat(friend.post("/terms/agree?next=/send", "/terms/agree", Map.of("terms", "true"))
                        .expect(303)
                        .location())
                .isEqualTo("/send");

        friend.get("/send").expect(200);
        assertThat(
                        Rows.number(
                                server,
                                "select count(*) from members where email = 'friend@example.test' and terms_version = '2026-11'"))
                .isEqualTo(1);
    }

    @Test
    void areNotAskedOfWhoeverAgreedToThem() {
        server.signedIn("payer").get("/wallet").expect(200);
    }
}
