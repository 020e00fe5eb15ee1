package cash.tuppence.member.password;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.Inbox;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResetTest {
    private static final String PAYER = "payer@example.test";
    private static final String NEW = "pennies in a jar";

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Reply ask(String email) {
        return server.browser().post("/forgot", Map.of("email", email));
    }

    private String link(String email) {
        ask(email).expect(303);
        server.runJob(AnswerResets.NAME);
        return Inbox.of(server, email).link("/reset/");
    }

    private Reply signIn(String password) {
        return server.browser().post("/login", Map.of("email", PAYER, "password", password));
    }

    @Test
    void setsANewPasswordOnceAndSignsEverybodyOut() {
        TestBrowser elsewhere = server.signedIn("payer");
        String link = link(PAYER);
        TestBrowser payer = server.browser();
        assertThat(payer.post(link, Map.of("password", NEW)).expect(303).location())
                .isEqualTo("/login?done=reset");
        assertThat(payer.get("/wallet").expect(303).location()).startsWith("/login");
        assertThat(elsewhere.get("/wallet").expect(303).location()).startsWith("/login");
        signIn("tuppence-demo").expect(422);
        signIn(NEW).expect(303);
        server.browser().get(link).expect(404);
        assertThat(Inbox.of(server, PAYER).subjects()).contains("A new password was set");
    }

    @Test
    void goesOnBeingGoodAfterAPasswordThatMayNotBe() {
        String link = link(PAYER);
        assertThat(server.browser()
                        .post(link, Map.of("password", "password1"))
                        .expect(422)
                        .error("password"))
                .isPresent();
        assertThat(server.browser()
                        .post(link, Map.of("password", "payer123"))
                        .expect(422)
                        .error("password"))
                .isPresent();
        server.browser().post(link, Map.of("password", NEW)).expect(303);
    }

    @Test
    void isOverAfterHalfAnHour() {
        String link = link(PAYER);
        server.clock().advance(Duration.ofMinutes(30));
        server.browser().get(link).expect(404);
        signIn("tuppence-demo").expect(303);
    }

    @Test
    void endsTheOtherLinksThatWereAskedFor() {
        String first = link(PAYER);
        String second = link(PAYER);
        assertThat(second).isNotEqualTo(first);
        server.browser().post(first, Map.of("password", NEW)).expect(303);
        server.browser().get(second).expect(404);
    }

    @Test
    void tellsNeitherInWordsNorByItsWorkWhetherAnAddressIsKnown() throws SQLException {
        Reply known = ask(PAYER).expect(303);
        Reply unknown = ask("nobody@example.test").expect(303);
        assertThat(unknown.location()).isEqualTo(known.location());
        assertThat(unknown.body()).isEqualTo(known.body());
        server.runJob(AnswerResets.NAME);
        assertThat(Inbox.of(server, "nobody@example.test").subjects()).isEmpty();
        assertThat(Inbox.of(server, PAYER).subjects()).containsExactly("Choose a new password");
        assertThat(requests()).isZero();
    }

    private int requests() throws SQLException {
        try (Connection connection = server.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from reset_requests")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void answersOnceOnTwoNodes() {
        try (TestServer other = server.again()) {
            ask(PAYER).expect(303);
            other.runJob(AnswerResets.NAME);
            server.runJob(AnswerResets.NAME);
            assertThat(Inbox.of(server, PAYER).subjects()).hasSize(1);
        }
    }

    /** It may have been typed wrong: then it is a stranger's, who would get at somebody's cash. */
    @Test
    void asksWhoeverNeverConfirmedTheirAddressToDoThatFirst() throws SQLException {
        try (Connection connection = server.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("update members set email_confirmed_at = null where email = '" + PAYER + "'");
        }
        ask(PAYER).expect(303);
        server.runJob(AnswerResets.NAME);
        assertThat(Inbox.of(server, PAYER).subjects()).containsExactly("Is this your address?");
        server.browser()
                .post(Inbox.of(server, PAYER).link("/confirm/"), Map.of("action", "confirm"))
                .expect(303);
        server.browser().get(link(PAYER)).expect(200);
    }

    @Test
    void asksForAnAddress() {
        assertThat(ask("payer").expect(422).error("email")).isPresent();
    }
}
