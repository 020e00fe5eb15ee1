package cash.tuppence.member.session;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.app.config.Setting;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionsServletTest {
    private static final String PAGE = "/settings/security/sessions";
    private static final Pattern PLACE = Pattern.compile("name=\"place\" value=\"([0-9]+)\"");

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.with(Setting.SESSION_TIMEOUT_MINUTES, "30").start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static List<String> otherPlaces(TestBrowser browser) {
        Reply page = browser.get(PAGE).expect(200);
        return PLACE.matcher(page.body())
                .results()
                .map(MatchResult::group)
                .map(input -> input.replaceAll("[^0-9]", ""))
                .toList();
    }

    private static boolean isIn(TestBrowser browser) {
        return browser.get("/wallet").status() == 200;
    }

    private static void send(TestBrowser browser, Map<String, String> fields) {
        assertThat(browser.post(PAGE, fields).expect(303).location()).isEqualTo(PAGE + "?done=yes");
    }

    @Test
    void showsWhereOneIsSignedInAndWhichOfThemIsHere() {
        TestBrowser here = server.signedIn("payer");
        server.signedIn("friend");
        String alone = here.get(PAGE).expect(200).body();
        assertThat(alone).containsOnlyOnce("This device").contains("127.0.0.1");
        assertThat(otherPlaces(here)).isEmpty();
        server.signedIn("payer");
        assertThat(otherPlaces(here)).hasSize(1);
    }

    @Test
    void signsOutThereAtOnceAndNowhereElse() {
        TestBrowser here = server.signedIn("payer");
        TestBrowser there = server.signedIn("payer");
        List<String> others = otherPlaces(here);
        TestBrowser elsewhere = server.signedIn("payer");
        assertThat(isIn(there)).isTrue();
        send(here, Map.of("action", "there", "place", others.get(0)));
        assertThat(isIn(there)).isFalse();
        assertThat(isIn(elsewhere)).isTrue();
        assertThat(isIn(here)).isTrue();
    }

    @Test
    void signsOutEverywhereElse() {
        TestBrowser here = server.signedIn("payer");
        TestBrowser there = server.signedIn("payer");
        TestBrowser somebodyElse = server.signedIn("friend");
        send(here, Map.of("action", "elsewhere"));
        assertThat(isIn(there)).isFalse();
        assertThat(isIn(here)).isTrue();
        assertThat(isIn(somebodyElse)).isTrue();
    }

    @Test
    void signsOutEverywhere() {
        TestBrowser here = server.signedIn("payer");
        TestBrowser there = server.signedIn("payer");
        TestBrowser somebodyElse = server.signedIn("friend");
        assertThat(here.post(PAGE, Map.of("action", "everywhere")).expect(303).location())
                .isEqualTo("/");
        assertThat(isIn(here)).isFalse();
        assertThat(isIn(there)).isFalse();
        assertThat(isIn(somebodyElse)).isTrue();
    }

    @Test
    void leavesOthersAlone() {
        TestBrowser friend = server.signedIn("friend");
        TestBrowser friendToo = server.signedIn("friend");
        TestBrowser payer = server.signedIn("payer");
        send(payer, Map.of("action", "there", "place", otherPlaces(friend).get(0)));
        send(payer, Map.of("action", "there", "place", "no number"));
        send(payer, Map.of("action", "there", "place", "9".repeat(100)));
        send(payer, Map.of());
        assertThat(isIn(friend)).isTrue();
        assertThat(isIn(friendToo)).isTrue();
    }

    @Test
    void forgetsADeviceThatIsRemembered() {
        TestBrowser there = server.browser();
        there.post("/login", Map.of("email", "payer@example.test", "password", "tuppence-demo", "remember", "yes"))
                .expect(303);
        server.clock().advance(Duration.ofMinutes(31));
        TestBrowser here = server.signedIn("payer");
        assertThat(here.get(PAGE).body()).containsOnlyOnce("Stays signed in");
        send(here, Map.of("action", "there", "place", otherPlaces(here).get(0)));
        assertThat(isIn(there)).isFalse();
        assertThat(otherPlaces(here)).isEmpty();
    }

    @Test
    void forgetsTheDeviceTogetherWithItsSession() {
        TestBrowser there = server.browser();
        there.post("/login", Map.of("email", "payer@example.test", "password", "tuppence-demo", "remember", "yes"))
                .expect(303);
        TestBrowser here = server.signedIn("payer");
        send(here, Map.of("action", "there", "place", otherPlaces(here).get(0)));
        assertThat(isIn(there)).isFalse();
        assertThat(otherPlaces(here)).isEmpty();
    }
}
