package cash.tuppence.member.password;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.Inbox;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PasswordChangeTest {
    private static final String NEW = "marmalade on monday";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Reply change(TestBrowser browser, String now, String then) {
        return browser.post(PasswordServlet.PATH, Map.of("password_now", now, "password", then));
    }

    @Test
    void keepsThisDeviceSignedInAndNoOther() {
        TestBrowser here = server.signedIn("friend");
        TestBrowser there = server.signedIn("friend");
        assertThat(change(here, "tuppence-demo", NEW).expect(303).location())
                .isEqualTo("/settings/security?done=password");
        assertThat(here.get("/settings/security").expect(200).body()).contains("Your password was changed");
        assertThat(there.get("/wallet").expect(303).location()).startsWith("/login");
        server.browser()
                .post("/login", Map.of("email", "friend@example.test", "password", "tuppence-demo"))
                .expect(422);
        server.browser()
                .post("/login", Map.of("email", "friend@example.test", "password", NEW))
                .expect(303);
        assertThat(Inbox.of(server, "friend@example.test").subjects()).contains("Your password was changed");
    }

    @Test
    void takesTheOldOneAndAnotherThatMayBe() {
        TestBrowser payer = server.signedIn("payer");
        assertThat(change(payer, "not the old one", NEW).expect(422).error("password_now"))
                .isPresent();
        assertThat(change(payer, "tuppence-demo", "iloveyou1").expect(422).error("password"))
                .isPresent();
        assertThat(change(payer, "tuppence-demo", "Paula Payer").expect(422).error("password"))
                .isPresent();
        assertThat(change(payer, "tuppence-demo", "tuppence-demo").expect(422).error("password"))
                .isPresent();
        server.signedIn("payer");
        assertThat(Inbox.of(server, "payer@example.test").subjects()).doesNotContain("Your password was changed");
    }

    @Test
    void showsNoPasswordAgain() {
        String body = change(server.signedIn("payer"), "a secret typo", "another secret")
                .expect(422)
                .body();
        assertThat(body).doesNotContain("a secret typo").doesNotContain("another secret");
    }

    @Test
    void isFoundByPasswordManagers() {
        assertThat(server.signedIn("payer")
                        .get("/.well-known/change-password")
                        .expect(303)
                        .location())
                .isEqualTo(PasswordServlet.PATH);
        assertThat(server.signedIn("payer").get(PasswordServlet.PATH).body())
                .contains(
                        "autocomplete=\"current-password\"",
                        "autocomplete=\"new-password\"",
                        "autocomplete=\"username\"");
    }
}
