package cash.tuppence.member.prove;

import static cash.tuppence.member.prove.FactorPages.APP;
import static cash.tuppence.member.prove.FactorPages.CODES;
import static cash.tuppence.member.prove.FactorPages.PASSWORD;
import static cash.tuppence.member.prove.FactorPages.isSignedIn;
import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.app.config.Setting;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import java.net.HttpCookie;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CodesTest {
    private static final String SECOND_STEP = "/login/code";

    private TestServer server;
    private FactorPages pages;
    private FactorPages.App app;

    @BeforeEach
    void start() {
        server = TestServer.start();
        pages = new FactorPages(server);
        app = pages.setUpApp(server.signedIn("payer"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private TestBrowser halfSignedIn() {
        TestBrowser browser = server.browser();
        assertThat(browser.post("/login", PASSWORD).expect(303).location()).isEqualTo(SECOND_STEP);
        return browser;
    }

    private static Reply give(TestBrowser browser, String code) {
        return browser.post(SECOND_STEP, Map.of("code", code));
    }

    @Test
    void areAskedForAfterThePasswordAndLeadOn() {
        TestBrowser browser = server.browser();
        Reply reply = browser.post(
                "/login?next=/send",
                "/login",
                Map.of("email", "payer@example.test", "password", "tuppence-demo", "next", "/send"));
        assertThat(reply.location()).isEqualTo("/login/code?next=%2Fsend");
        assertThat(browser.cookies()).extracting(HttpCookie::getName).doesNotContain("tuppence-session");
        assertThat(isSignedIn(browser)).isFalse();
        Reply done = browser.post("/login/code?next=/send", SECOND_STEP, Map.of("code", pages.code(app.totp())));
        assertThat(done.expect(303).location()).isEqualTo("/send");
        assertThat(isSignedIn(browser)).isTrue();
        assertThat(browser.cookies()).extracting(HttpCookie::getName).doesNotContain("tuppence-half-signed-in");
    }

    @Test
    void areTakenWithSpacesAndHalfAMinuteLate() {
        String code = pages.code(app.totp());
        server.clock().advance(Duration.ofSeconds(30));
        TestBrowser browser = halfSignedIn();
        give(browser, code.substring(0, 3) + " " + code.substring(3)).expect(303);
        assertThat(isSignedIn(browser)).isTrue();
    }

    @Test
    void areTakenOnce() {
        String code = pages.code(app.totp());
        give(halfSignedIn(), code).expect(303);
        Reply again = give(halfSignedIn(), code).expect(422);
        assertThat(again.error("code").orElseThrow()).contains("used before");
        assertThat(again.body()).doesNotContain("value=\"" + code);
    }

    @Test
    void areTakenOnceByTwoAtTheSameMoment() {
        String code = pages.code(app.totp());
        List<TestBrowser> browsers =
                Stream.generate(this::halfSignedIn).limit(6).toList();
        List<CompletableFuture<Integer>> replies = browsers.stream()
                .map(browser ->
                        CompletableFuture.supplyAsync(() -> give(browser, code).status()))
                .toList();
        assertThat(replies.stream().map(CompletableFuture::join)).containsOnlyOnce(303);
    }

    @Test
    void areRefusedWhenWrongOrOld() {
        TestBrowser browser = halfSignedIn();
        give(browser, "").expect(422);
        give(browser, "000000").expect(422);
        give(browser, "not a code").expect(422);
        String old = pages.code(app.totp());
        server.clock().advance(Duration.ofMinutes(2));
        give(browser, old).expect(422);
        assertThat(isSignedIn(browser)).isFalse();
    }

    @Test
    void cannotBeGivenWithoutThePasswordNorLongAfterIt() {
        TestBrowser stranger = server.browser();
        assertThat(stranger.get(SECOND_STEP).expect(303).location()).isEqualTo("/login");
        stranger.plant("tuppence-half-signed-in", "bWFkZSB1cA");
        assertThat(stranger.get(SECOND_STEP).expect(303).location()).isEqualTo("/login");
        TestBrowser slow = halfSignedIn();
        server.clock().advance(Duration.ofMinutes(11));
        assertThat(slow.get(SECOND_STEP).expect(303).location()).isEqualTo("/login");
    }

    @Test
    void forRecoveryLetInOnceEachAndAreCounted() {
        assertThat(app.codes()).hasSize(10).doesNotHaveDuplicates();
        TestBrowser browser = halfSignedIn();
        give(browser, app.codes().get(3).toUpperCase(Locale.ROOT)).expect(303);
        assertThat(browser.get(CODES).expect(200).hook("codes-left")).contains("9");
        give(halfSignedIn(), app.codes().get(3)).expect(422);
        give(halfSignedIn(), app.codes().get(4)).expect(303);
    }

    @Test
    void forRecoveryEndWhenNewOnesAreMade() {
        TestBrowser browser = halfSignedIn();
        give(browser, app.codes().get(0)).expect(303);
        List<String> fresh = FactorPages.codes(browser.post(CODES, Map.of()).expect(200));
        assertThat(fresh).hasSize(10).doesNotContainAnyElementsOf(app.codes());
        assertThat(browser.get(CODES).body()).doesNotContain(fresh.get(0));
        give(halfSignedIn(), app.codes().get(1)).expect(422);
        give(halfSignedIn(), fresh.get(1)).expect(303);
    }

    @Test
    void areToldOfWhenTheyAreSetUpUsedForRecoveryAndStopped() {
        TestBrowser browser = halfSignedIn();
        give(browser, app.codes().get(0)).expect(303);
        browser.post(APP, Map.of("action", "remove")).expect(303);
        assertThat(browser.get("/settings/security").expect(200).body())
                .contains("asks for a code from your app", "Codes left: 9.", "does not ask for a code any more")
                .contains("Not set up.");
    }

    @Test
    void ofSomebodyElseAreNone() {
        TestBrowser friend = server.signedIn("friend");
        List<String> codes = pages.setUpApp(friend).codes();
        give(halfSignedIn(), codes.get(0)).expect(422);
    }

    @Test
    void areNotAskedForOnceTheAppIsGone() {
        TestBrowser browser = halfSignedIn();
        give(browser, pages.code(app.totp())).expect(303);
        browser.post(APP, Map.of("action", "remove")).expect(303);
        TestBrowser again = server.browser();
        assertThat(again.post("/login", PASSWORD).expect(303).location()).isEqualTo("/wallet");
        browser.post(APP, Map.of("action", "remove")).expect(404);
        browser.post(APP, CODES, Map.of()).expect(404);
    }

    @Test
    void comeFromTheAppThatWasSetUpLast() {
        TestBrowser browser = halfSignedIn();
        give(browser, pages.code(app.totp())).expect(303);
        FactorPages.App other = pages.setUpApp(browser);
        assertThat(other.codes()).isEmpty();
        give(halfSignedIn(), pages.code(app.totp())).expect(422);
        give(halfSignedIn(), pages.code(other.totp())).expect(303);
        give(halfSignedIn(), app.codes().get(0)).expect(303);
    }

    @Test
    void areNeededToSetUpAnAppAndThePictureStaysTheSame() {
        TestBrowser friend = server.signedIn("friend");
        Reply page = friend.get(APP);
        Reply again = FactorPages.send(friend, APP, page, Map.of("action", "enable", "code", "000000"))
                .expect(422);
        assertThat(again.error("code")).isPresent();
        assertThat(again.hook("app-secret")).isEqualTo(page.hook("app-secret"));
        TestBrowser payer = server.signedIn("shop");
        FactorPages.send(
                        payer,
                        APP,
                        payer.get(APP),
                        Map.of(
                                "action",
                                "enable",
                                "code",
                                "000000",
                                "setup",
                                page.hiddenFields().get("setup")))
                .expect(422);
        FactorPages.send(friend, APP, page, Map.of("action", "enable", "code", "1", "setup", "made up"))
                .expect(422);
        server.clock().advance(Duration.ofMinutes(4));
        assertThat(friend.get(APP).expect(200).hook("app-secret")).isNotEqualTo(page.hook("app-secret"));
    }

    @Test
    void canBeGuessedOnlySlowlyWhichShutsNobodyOut() {
        try (TestServer strict = TestServer.with(Setting.RATE_LIMITS_SCALE, "0.3")
                .on(server.database())
                .start()) {
            TestBrowser guesser = strict.browser();
            guesser.post("/login", PASSWORD).expect(303);
            for (int i = 0; i < 3; i++) {
                give(guesser, "00000" + i).expect(422);
            }
            give(guesser, pages.code(app.totp())).expect(429);
            TestBrowser owner = strict.browser();
            owner.post("/login", PASSWORD).expect(303);
            give(owner, app.codes().get(0)).expect(303);
            assertThat(isSignedIn(owner)).isTrue();
        }
    }
}
