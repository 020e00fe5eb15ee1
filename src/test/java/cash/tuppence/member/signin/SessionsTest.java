package cash.tuppence.member.signin;

import static cash.tuppence.member.signin.SignInTest.isSignedIn;
import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.app.config.Setting;
import cash.tuppence.db.Tokens;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import java.net.HttpCookie;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final String COOKIE = "tuppence-session";
    private static final Map<String, String> PAYER = Map.of("email", "payer@example.test", "password", "tuppence-demo");

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.with(Setting.SESSION_TIMEOUT_MINUTES, "30").start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void outliveARestart() {
        TestBrowser browser = server.signedIn("payer");
        try (TestServer restarted = server.again()) {
            assertThat(isSignedIn(browser.at(restarted))).isTrue();
        }
    }

    @Test
    void areKeptAsAHashOnly() throws SQLException {
        TestBrowser browser = server.signedIn("payer");
        assertThat(count("select count(*) from sessions where id_hash = ?", Tokens.sha256(id(browser))))
                .isOne();
    }

    @Test
    void knowHowWithWhatAndFromWhereOneSignedIn() throws SQLException {
        TestBrowser browser = server.browser();
        Map<String, String> form = new HashMap<>(browser.get("/login").hiddenFields());
        form.putAll(PAYER);
        browser.send(browser.form("/login", form)
                        .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0"))
                .expect(303);
        assertThat(count("select count(*) from sessions where method = 'password' and factor_at = started_at"
                        + " and device = 'Firefox on Linux' and address = '127.0.0.1'"))
                .isOne();
    }

    @Test
    void areNotMadeForVisitorsOrPrograms() throws SQLException {
        TestBrowser visitor = server.browser();
        visitor.get("/");
        visitor.get("/login");
        visitor.get("/nowhere");
        Reply call = visitor.send(visitor.request("/api/v1/me")
                .header("Authorization", "Bearer pat_demo_payer")
                .GET());
        assertThat(call.expect(200).header("Set-Cookie")).isEmpty();
        assertThat(visitor.cookies()).extracting(HttpCookie::getName).doesNotContain(COOKIE);
        assertThat(count("select count(*) from sessions")).isZero();
    }

    @Test
    void doNotTakeOverAnIdThatWasPlanted() throws SQLException {
        TestBrowser browser = server.browser();
        browser.plant(COOKIE, "planted-by-somebody-else");
        browser.post("/login", PAYER).expect(303);
        assertThat(id(browser)).isNotEqualTo("planted-by-somebody-else");
        assertThat(count("select count(*) from sessions where id_hash = ?", Tokens.sha256("planted-by-somebody-else")))
                .isZero();
    }

    @Test
    void changeTheirIdAtSignInAndEndTheOldOne() {
        TestBrowser attacker = server.signedIn("friend");
        TestBrowser victim = server.browser();
        Map<String, String> proof = attacker.get("/").hiddenFields();
        victim.plant(COOKIE, id(attacker));
        victim.postOnly(
                        "/login",
                        Map.of(
                                "email", "payer@example.test",
                                "password", "tuppence-demo",
                                "_csrf", proof.get("_csrf")))
                .expect(303);
        assertThat(id(victim)).isNotEqualTo(id(attacker));
        assertThat(isSignedIn(victim)).isTrue();
        assertThat(isSignedIn(attacker)).isFalse();
    }

    @Test
    void areNotReadFromTheAddress() {
        String id = id(server.signedIn("payer"));
        assertThat(server.browser()
                        .get("/?" + COOKIE + "=" + id + "&JSESSIONID=" + id)
                        .body())
                .doesNotContain("Sign out");
        assertThat(server.browser().get("/;" + COOKIE + "=" + id).body()).doesNotContain("Sign out");
    }

    @Test
    void endForGoodWhenSignedOut() {
        TestBrowser browser = server.signedIn("payer");
        String id = id(browser);
        browser.post("/", "/logout", Map.of()).expect(303);
        TestBrowser thief = server.browser();
        thief.plant(COOKIE, id);
        assertThat(isSignedIn(thief)).isFalse();
    }

    @Test
    void endWhenNobodyUsesThem() {
        TestBrowser browser = server.signedIn("payer");
        server.clock().advance(Duration.ofMinutes(29));
        assertThat(isSignedIn(browser)).isTrue();
        server.clock().advance(Duration.ofMinutes(29));
        assertThat(isSignedIn(browser)).isTrue();
        server.clock().advance(Duration.ofMinutes(31));
        assertThat(isSignedIn(browser)).isFalse();
    }

    @Test
    void endAfterAMonthHoweverMuchTheyAreUsed() {
        try (TestServer patient =
                TestServer.with(Setting.SESSION_TIMEOUT_MINUTES, "525600").start()) {
            TestBrowser browser = patient.signedIn("payer");
            patient.clock().advance(Duration.ofDays(29));
            assertThat(isSignedIn(browser)).isTrue();
            patient.clock().advance(Duration.ofDays(2));
            assertThat(isSignedIn(browser)).isFalse();
        }
    }

    @Test
    void noteTheirUseAtMostOnceAMinute() throws SQLException {
        TestBrowser browser = server.signedIn("payer");
        LocalDateTime signedInAt = lastAccess();
        server.clock().advance(Duration.ofSeconds(59));
        browser.get("/");
        assertThat(lastAccess()).isEqualTo(signedInAt);
        server.clock().advance(Duration.ofSeconds(1));
        browser.get("/");
        assertThat(lastAccess()).isEqualTo(signedInAt.plusMinutes(1));
    }

    @Test
    void keepTheirCookieFromScriptsAndOtherSites() {
        Reply reply = server.browser().post("/login", PAYER).expect(303);
        assertThat(reply.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith(COOKIE))
                .singleElement()
                .asString()
                .contains("Path=/")
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .doesNotContain("Secure")
                .doesNotContain("Domain");
    }

    @Test
    void haveACookieThatNobodyElseCanSetWhereTheServerIsReachedByHttps() {
        try (TestServer https =
                TestServer.with(Setting.BASE_URL, "https://cash.example").start()) {
            assertThat(https.browser().get("/login").headers().allValues("Set-Cookie"))
                    .singleElement()
                    .asString()
                    .startsWith("__Host-tuppence-visitor=")
                    .contains("Path=/;")
                    .contains("; Secure");
        }
        try (TestServer below = TestServer.with(Setting.BASE_URL, "https://cash.example/cash")
                .below("/cash")
                .start()) {
            assertThat(below.browser().get("/login").headers().allValues("Set-Cookie"))
                    .singleElement()
                    .asString()
                    .startsWith("__Secure-tuppence-visitor=")
                    .contains("Path=/cash;");
        }
    }

    private static String id(TestBrowser browser) {
        return browser.cookies().stream()
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    private long count(String sql, Object... parameters) throws SQLException {
        try (Connection connection = server.database().connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private LocalDateTime lastAccess() throws SQLException {
        try (Connection connection = server.database().connect();
                PreparedStatement statement = connection.prepareStatement("select last_access_at from sessions");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getObject(1, LocalDateTime.class);
        }
    }
}
