package cash.tuppence.member.signin;

import static cash.tuppence.member.signin.SignInTest.isSignedIn;
import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.app.config.Setting;
import cash.tuppence.testing.Inbox;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Person;
import java.net.HttpCookie;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What members are told of their door. */
class SignInNewsTest {
    private static final Map<String, String> PAYER =
            Map.of("email", "payer@example.test", "password", "tuppence-demo", "remember", "yes");

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.with(Setting.SESSION_TIMEOUT_MINUTES, "30").start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private long notices(String kind) throws SQLException {
        try (Connection connection = server.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select count(*) from security_notices where kind = '" + kind + "'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void tellsOfABrowserThatWasNeverUsedBeforeAndOfThatOnce() throws SQLException {
        TestBrowser browser = server.signedIn("payer");
        assertThat(notices("new_device")).isOne();
        assertThat(Inbox.of(server, "payer@example.test").subjects()).contains("A new sign-in: Another program");
        browser.post("/", "/logout", Map.of()).expect(303);
        browser.post("/login", PAYER).expect(303);
        assertThat(notices("new_device")).isOne();
        server.signedIn("payer");
        assertThat(notices("new_device")).isEqualTo(2);
    }

    @Test
    void saysNothingOfTheBrowserThatOneSignedUpWith() throws SQLException {
        TestBrowser browser = server.browser();
        Person newcomer = Person.signUp(browser, "/signup");
        assertThat(isSignedIn(browser)).isTrue();
        assertThat(newcomer).isNotNull();
        assertThat(notices("new_device")).isZero();
    }

    @Test
    void tellsOfACopiedToken() throws SQLException {
        TestBrowser owner = server.browser();
        owner.post("/login", PAYER).expect(303);
        TestBrowser thief = server.browser();
        thief.plant("tuppence-remembered", remembered(owner));
        server.clock().advance(Duration.ofMinutes(31));
        assertThat(isSignedIn(thief)).isTrue();
        assertThat(isSignedIn(thief)).isTrue();
        server.clock().advance(Duration.ofMinutes(1));
        assertThat(notices("remembered_stolen")).isZero();
        assertThat(isSignedIn(owner)).isFalse();
        assertThat(notices("remembered_stolen")).isOne();
        assertThat(isSignedIn(thief)).isFalse();
        assertThat(notices("remembered_stolen")).isOne();
    }

    private static String remembered(TestBrowser browser) {
        return browser.cookies().stream()
                .filter(cookie -> cookie.getName().equals("tuppence-remembered"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }
}
