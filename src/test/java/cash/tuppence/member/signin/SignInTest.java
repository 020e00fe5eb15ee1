package cash.tuppence.member.signin;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {
    private static final Map<String, String> PAYER = Map.of("email", "payer@example.test", "password", "tuppence-demo");

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
    void leadsOnToTheWalletWhateverTheCaseOfTheAddress() {
        Reply reply = server.browser()
                .post("/login", Map.of("email", " Payer@Example.Test ", "password", "tuppence-demo"))
                .expect(303);
        assertThat(reply.location()).isEqualTo("/wallet");
    }

    @Test
    void goesOnToWhereOneWasGoing() {
        Reply reply = server.browser()
                .post("/login?next=/send?to=@friend", "/login", PAYER)
                .expect(303);
        assertThat(reply.location()).isEqualTo("/send?to=@friend");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example/",
                "\\\\evil.example",
                "/\t/evil.example",
                "/..//evil.example",
                "javascript:alert(1)",
                "evil.example",
                "/logout"
            })
    void neverLeadsAwayFromOurOwnPages(String next) {
        TestBrowser browser = server.browser();
        Map<String, String> hidden = browser.get("/login").hiddenFields();
        Reply reply = browser.postOnly(
                        "/login",
                        Map.of(
                                "email",
                                "payer@example.test",
                                "password",
                                "tuppence-demo",
                                "_csrf",
                                hidden.get("_csrf"),
                                "next",
                                next))
                .expect(303);
        assertThat(reply.location()).isEqualTo("/wallet");
    }

    @Test
    void saysTheSameOfAWrongPasswordAndOfAnUnknownAddress() {
        Reply wrong = server.browser().post("/login", Map.of("email", "payer@example.test", "password", "wrong-one"));
        Reply unknown =
                server.browser().post("/login", Map.of("email", "nobody@example.test", "password", "wrong-one"));
        assertThat(wrong.expect(422).hook("error")).isPresent();
        assertThat(unknown.expect(422).hook("error")).isEqualTo(wrong.hook("error"));
    }

    @Test
    void keepsTheAddressThatWasTypedAndNeverThePassword() {
        Reply reply = server.browser()
                .post("/login", Map.of("email", "payer@example.test", "password", "a-secret-typo"))
                .expect(422);
        assertThat(reply.body()).contains("value=\"payer@example.test\"").doesNotContain("a-secret-typo");
    }

    @Test
    void showsWhoIsSignedInUntilTheySignOut() {
        TestBrowser browser = server.signedIn("payer");
        assertThat(isSignedIn(browser)).isTrue();
        assertThat(browser.post("/", "/logout", Map.of()).expect(303).location())
                .isEqualTo("/");
        assertThat(isSignedIn(browser)).isFalse();
    }

    @Test
    void doesNotSignOutByALink() {
        TestBrowser browser = server.signedIn("payer");
        assertThat(browser.get("/logout").expect(405).header("Allow")).isEqualTo("POST");
        assertThat(isSignedIn(browser)).isTrue();
    }

    @Test
    void sendsWhoIsSignedInAlreadyOnTheirWay() {
        assertThat(server.signedIn("payer").get("/login?next=/send").expect(303).location())
                .isEqualTo("/send");
    }

    @Test
    void refusesAFormWithoutItsProof() {
        TestBrowser browser = server.browser();
        Reply reply = browser.postOnly("/login", PAYER).expect(403);
        assertThat(reply.body()).contains("load the page again");
        assertThat(isSignedIn(browser)).isFalse();
    }

    @Test
    void refusesAProofThatAnotherBrowserWasShown() {
        String foreign = server.browser().get("/login").hiddenFields().get("_csrf");
        TestBrowser browser = server.browser();
        browser.get("/login");
        browser.postOnly("/login", Map.of("email", "payer@example.test", "password", "tuppence-demo", "_csrf", foreign))
                .expect(403);
    }

    @Test
    void refusesAVisitorsProofOnceSignedIn() {
        TestBrowser browser = server.browser();
        String asVisitor = browser.get("/login").hiddenFields().get("_csrf");
        browser.post("/login", PAYER).expect(303);
        browser.postOnly("/logout", Map.of("_csrf", asVisitor)).expect(403);
        assertThat(isSignedIn(browser)).isTrue();
    }

    static boolean isSignedIn(TestBrowser browser) {
        return browser.get("/").expect(200).body().contains("Sign out");
    }
}
