package cash.tuppence.member.signin;

import static cash.tuppence.member.signin.SignInTest.isSignedIn;
import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.app.config.Setting;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import java.net.HttpCookie;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RememberedDevicesTest {
    private static final String COOKIE = "tuppence-remembered";
    private static final Map<String, String> PAYER =
            Map.of("email", "payer@example.test", "password", "tuppence-demo", "remember", "yes");

    /** Longer than a session lasts unused, and than requests of one moment are apart. */
    private static final Duration A_WHILE = Duration.ofMinutes(31);

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.with(Setting.SESSION_TIMEOUT_MINUTES, "30").start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private TestBrowser remembered() {
        TestBrowser browser = server.browser();
        browser.post("/login", PAYER).expect(303);
        return browser;
    }

    private static Optional<String> cookie(TestBrowser browser) {
        return browser.cookies().stream()
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    private TestBrowser with(String cookie) {
        TestBrowser browser = server.browser();
        browser.plant(COOKIE, cookie);
        return browser;
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = server.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = server.database().connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Test
    void staySignedInWhereTheirOwnerAskedForItButHaveShownNothing() throws SQLException {
        TestBrowser browser = remembered();
        server.clock().advance(A_WHILE);
        assertThat(browser.get("/wallet").expect(200).body()).contains("Sign out");
        assertThat(count("select count(*) from sessions where method = 'remembered' and factor_at is null"))
                .isOne();
        assertThat(isSignedIn(browser)).isTrue();
        assertThat(count("select count(*) from sessions where method = 'remembered'"))
                .isOne();
    }

    @Test
    void areForgottenByDefaultAndTheBoxIsNotTicked() {
        TestBrowser browser = server.browser();
        assertThat(browser.get("/login").body()).contains("name=\"remember\"").doesNotContain("checked");
        server.signedIn("payer");
        assertThat(cookie(browser)).isEmpty();
    }

    @Test
    void sendTheirFormsAtOnce() {
        TestBrowser browser = remembered();
        server.clock().advance(A_WHILE);
        browser.post("/", "/logout", Map.of()).expect(303);
        assertThat(isSignedIn(browser)).isFalse();
    }

    @Test
    void getAnotherTokenWithEachUse() {
        TestBrowser browser = remembered();
        String first = cookie(browser).orElseThrow();
        server.clock().advance(A_WHILE);
        browser.get("/");
        String second = cookie(browser).orElseThrow();
        assertThat(second).isNotEqualTo(first).startsWith(first.substring(0, first.indexOf('.') + 1));
        server.clock().advance(A_WHILE);
        assertThat(isSignedIn(browser)).isTrue();
        assertThat(cookie(browser).orElseThrow()).isNotEqualTo(second);
    }

    @Test
    void areKeptAsHashesOnly() throws SQLException {
        String cookie = cookie(remembered()).orElseThrow();
        String selector = cookie.substring(0, cookie.indexOf('.'));
        String token = cookie.substring(cookie.indexOf('.') + 1);
        assertThat(count("select count(*) from remembered_devices where selector_hash = unhex(sha2('" + selector
                        + "', 256)) and token_hash = unhex(sha2('" + token + "', 256))"))
                .isOne();
    }

    @Test
    void endAllThatAThiefHasOnceTheOwnerComesAgain() throws SQLException {
        TestBrowser owner = remembered();
        TestBrowser thief = with(cookie(owner).orElseThrow());
        server.clock().advance(A_WHILE);
        assertThat(isSignedIn(thief)).isTrue();
        assertThat(isSignedIn(thief)).isTrue();
        server.clock().advance(Duration.ofMinutes(1));
        assertThat(isSignedIn(owner)).isFalse();
        assertThat(cookie(owner)).isEmpty();
        assertThat(isSignedIn(thief)).isFalse();
        assertThat(count("select count(*) from remembered_devices")).isZero();
        assertThat(count("select count(*) from sessions where method = 'remembered'"))
                .isZero();
    }

    @Test
    void endAllThatAThiefOpenedOnceTheThiefComesSecond() {
        TestBrowser owner = remembered();
        TestBrowser thief = with(cookie(owner).orElseThrow());
        server.clock().advance(A_WHILE);
        assertThat(isSignedIn(owner)).isTrue();
        assertThat(isSignedIn(owner)).isTrue();
        server.clock().advance(Duration.ofMinutes(1));
        assertThat(isSignedIn(thief)).isFalse();
        assertThat(isSignedIn(owner)).isFalse();
    }

    @Test
    void endOnEveryNodeAtOnce() {
        try (TestServer other = server.again()) {
            TestBrowser owner = remembered();
            String stolen = cookie(owner).orElseThrow();
            server.clock().advance(A_WHILE);
            assertThat(isSignedIn(owner)).isTrue();
            TestBrowser ownerThere = owner.at(other);
            assertThat(isSignedIn(ownerThere)).isTrue();
            server.clock().advance(Duration.ofMinutes(1));
            assertThat(isSignedIn(with(stolen))).isFalse();
            assertThat(isSignedIn(ownerThere)).isFalse();
        }
    }

    @Test
    void maySendSeveralRequestsAtOnce() {
        TestBrowser browser = remembered();
        TestBrowser twin = with(cookie(browser).orElseThrow());
        server.clock().advance(A_WHILE);
        assertThat(isSignedIn(browser)).isTrue();
        String next = cookie(browser).orElseThrow();
        assertThat(isSignedIn(twin)).isTrue();
        assertThat(isSignedIn(browser)).isTrue();
        assertThat(cookie(browser)).contains(next);
        server.clock().advance(A_WHILE);
        assertThat(isSignedIn(browser)).isTrue();
    }

    @Test
    void getOneNewTokenHoweverManyRequestsComeAtTheSameMoment() {
        String kept = cookie(remembered()).orElseThrow();
        server.clock().advance(A_WHILE);
        List<TestBrowser> requests =
                IntStream.range(0, 8).mapToObj(i -> with(kept)).toList();
        assertThat(requests.parallelStream().map(SignInTest::isSignedIn)).containsOnly(true);
        List<String> next = requests.stream()
                .flatMap(request -> cookie(request).stream())
                .filter(value -> !value.equals(kept))
                .toList();
        assertThat(next).hasSize(1);
        server.clock().advance(A_WHILE);
        assertThat(isSignedIn(with(next.get(0)))).isTrue();
    }

    @Test
    void areNotTakenForThievesWhereAnAnswerWasLost() {
        TestBrowser browser = remembered();
        TestBrowser answerIsLost = with(cookie(browser).orElseThrow());
        server.clock().advance(A_WHILE);
        answerIsLost.get("/");
        server.clock().advance(Duration.ofMinutes(5));
        assertThat(isSignedIn(browser)).isTrue();
        server.clock().advance(A_WHILE);
        assertThat(isSignedIn(browser)).isTrue();
    }

    @Test
    void areForgottenBySigningOut() throws SQLException {
        TestBrowser browser = remembered();
        String kept = cookie(browser).orElseThrow();
        browser.post("/", "/logout", Map.of()).expect(303);
        assertThat(cookie(browser)).isEmpty();
        assertThat(isSignedIn(with(kept))).isFalse();
        assertThat(count("select count(*) from remembered_devices")).isZero();
    }

    @Test
    void areForgottenAfterTwoMonthsHoweverMuchTheyAreUsed() throws SQLException {
        TestBrowser browser = remembered();
        server.clock().advance(Duration.ofDays(59));
        assertThat(isSignedIn(browser)).isTrue();
        server.clock().advance(Duration.ofDays(2));
        assertThat(isSignedIn(browser)).isFalse();
        assertThat(cookie(browser)).isEmpty();
        server.runJob("sweep-sessions");
        assertThat(count("select count(*) from remembered_devices")).isZero();
    }

    @Test
    void doNotLetInWhoMayNotComeIn() throws SQLException {
        TestBrowser browser = remembered();
        server.clock().advance(A_WHILE);
        execute("update profiles set state = 'suspended' where handle = 'payer'");
        assertThat(isSignedIn(browser)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", ".", "a.b", "a.", ".b", "a.b.c"})
    void areNoneWhereTheCookieIsAnything(String cookie) {
        assertThat(isSignedIn(with(cookie))).isFalse();
    }
}
