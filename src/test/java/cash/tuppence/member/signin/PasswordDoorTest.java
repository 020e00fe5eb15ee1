package cash.tuppence.member.signin;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.app.config.Setting;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import java.net.HttpCookie;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two wrong passwords for an account or from a device, six from a network. */
class PasswordDoorTest {
    private static final String PAYER = "payer@example.test";
    private static final String FRIEND = "friend@example.test";
    private static final String RIGHT = "tuppence-demo";
    private static final String WRONG = "not-the-password";
    private static final String HOME = "198.51.100.1";

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.with(Setting.RATE_LIMITS_SCALE, "0.1")
                .and(Setting.TRUSTED_PROXIES, "127.0.0.1")
                .start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static Reply signIn(TestBrowser browser, String address, String email, String password) {
        Map<String, String> fields = new HashMap<>(browser.get("/login").hiddenFields());
        fields.put("email", email);
        fields.put("password", password);
        return browser.send(browser.form("/login", fields).header("X-Forwarded-For", address));
    }

    private TestBrowser knownDeviceOf(String email) {
        TestBrowser browser = server.browser();
        signIn(browser, HOME, email, RIGHT).expect(303);
        browser.post("/", "/logout", Map.of()).expect(303);
        return browser;
    }

    private void guess(String email, int times) {
        for (int i = 0; i < times; i++) {
            signIn(server.browser(), "203.0.113." + i, email, WRONG).expect(422);
        }
    }

    @Test
    void isNeverShutByStrangersForWhoeverCameInHereBefore() {
        TestBrowser owner = knownDeviceOf(PAYER);
        guess(PAYER, 2);
        signIn(server.browser(), "203.0.113.9", PAYER, WRONG).expect(429);
        signIn(server.browser(), HOME, PAYER, RIGHT).expect(429);
        signIn(owner, HOME, PAYER, RIGHT).expect(303);
    }

    @Test
    void isNeverShutByNeighboursBehindTheSameAddressEither() {
        TestBrowser owner = knownDeviceOf(PAYER);
        for (int i = 0; i < 6; i++) {
            signIn(server.browser(), HOME, "nobody" + i + "@example.test", WRONG)
                    .expect(422);
        }
        signIn(server.browser(), HOME, FRIEND, RIGHT).expect(429);
        signIn(owner, HOME, PAYER, RIGHT).expect(303);
    }

    @Test
    void countsADeviceForItselfAlone() {
        TestBrowser stolen = knownDeviceOf(PAYER);
        TestBrowser other = knownDeviceOf(PAYER);
        signIn(stolen, HOME, PAYER, WRONG).expect(422);
        signIn(stolen, HOME, PAYER, WRONG).expect(422);
        signIn(stolen, HOME, PAYER, RIGHT).expect(429);
        signIn(other, HOME, PAYER, RIGHT).expect(303);
        signIn(server.browser(), HOME, PAYER, RIGHT).expect(303);
    }

    @Test
    void takesADeviceForAStrangersWhereAnotherAccountIsTried() {
        TestBrowser attacker = knownDeviceOf(FRIEND);
        guess(PAYER, 2);
        signIn(attacker, HOME, PAYER, WRONG).expect(429);
    }

    @Test
    void takesNoDeviceAtItsWord() {
        String cookie = knownDeviceOf(PAYER).cookies().stream()
                .filter(one -> one.getName().equals("tuppence-device"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
        guess(PAYER, 2);
        TestBrowser forged = server.browser();
        forged.plant("tuppence-device", (cookie.startsWith("A") ? "B" : "A") + cookie.substring(1));
        signIn(forged, HOME, PAYER, WRONG).expect(429);
    }

    @Test
    void knowsAllWhoShareADevice() {
        TestBrowser shared = knownDeviceOf(PAYER);
        signIn(shared, HOME, FRIEND, RIGHT).expect(303);
        shared.post("/", "/logout", Map.of()).expect(303);
        guess(PAYER, 2);
        guess(FRIEND, 2);
        signIn(shared, HOME, PAYER, RIGHT).expect(303);
        shared.post("/", "/logout", Map.of()).expect(303);
        signIn(shared, HOME, FRIEND, RIGHT).expect(303);
    }

    @Test
    void countsOnAllNodesTogether() {
        try (TestServer other = server.again()) {
            signIn(server.browser(), "203.0.113.1", PAYER, WRONG).expect(422);
            signIn(other.browser(), "203.0.113.2", PAYER, WRONG).expect(422);
            signIn(server.browser(), "203.0.113.3", PAYER, RIGHT).expect(429);
            signIn(other.browser(), "203.0.113.4", PAYER, RIGHT).expect(429);
        }
    }

    @Test
    void saysTheSameWhereNobodyHasTheAddress() {
        guess("nobody@example.test", 2);
        guess(PAYER, 2);
        Reply unknown = signIn(server.browser(), HOME, "nobody@example.test", WRONG);
        Reply known = signIn(server.browser(), HOME, PAYER, WRONG);
        assertThat(unknown.expect(429).hook("error"))
                .isEqualTo(known.expect(429).hook("error"));
    }

    @Test
    void takesANetworkOfTheNewKindForOneAddress() {
        for (int i = 0; i < 6; i++) {
            signIn(server.browser(), "2001:db8:1:2:" + i + "::1", "nobody" + i + "@example.test", WRONG)
                    .expect(422);
        }
        signIn(server.browser(), "2001:db8:1:2:ffff::1", FRIEND, RIGHT).expect(429);
        signIn(server.browser(), "2001:db8:1:3::1", FRIEND, RIGHT).expect(303);
    }
}
