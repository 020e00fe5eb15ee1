package cash.tuppence.web;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.app.config.Setting;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/nowhere", "/assets/mark.svg", "/api/v1/me", "/healthz"})
    void makeBrowsersStrictWithEveryAnswer(String path) {
        Reply reply = server.browser().get(path);
        assertThat(reply.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .contains("form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("Referrer-Policy")).isNotEmpty();
        assertThat(reply.header("Permissions-Policy")).isNotEmpty();
        assertThat(reply.header("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void leaveAPopupItsOpener() {
        assertThat(server.browser().get("/").header("Cross-Origin-Opener-Policy"))
                .isEqualTo("same-origin");
        assertThat(server.browser().get("/login").header("Cross-Origin-Opener-Policy"))
                .isEmpty();
        assertThat(server.browser().get("/signup").header("Cross-Origin-Opener-Policy"))
                .isEmpty();
    }

    @Test
    void insistOnHttpsOnceItIsThere() {
        try (TestServer https =
                TestServer.with(Setting.BASE_URL, "https://cash.example").start()) {
            assertThat(https.browser()
                            .get("http://localhost:" + https.port() + "/")
                            .header("Strict-Transport-Security"))
                    .isNotEmpty();
        }
    }

    @Test
    void keepPagesOutOfCachesAndVersionedFilesInThemForGood() {
        TestBrowser browser = server.browser();
        Reply home = browser.get("/");
        assertThat(home.header("Cache-Control")).isEqualTo("no-store");
        Matcher link = Pattern.compile("href=\"(/assets/tuppence\\.css\\?v=[0-9a-f]{16})\"")
                .matcher(home.body());
        assertThat(link.find()).isTrue();
        Reply css = browser.get(link.group(1)).expect(200);
        assertThat(css.header("Cache-Control")).contains("immutable");
        assertThat(css.header("Content-Type")).startsWith("text/css");
        assertThat(browser.get("/assets/tuppence.css?v=0000000000000000").header("Cache-Control"))
                .doesNotContain("immutable");
        assertThat(browser.get("/assets/tuppence.css").header("ETag")).isEqualTo(css.header("ETag"));
    }

    @Test
    void sendAFileAgainOnlyWhereItChanged() {
        TestBrowser browser = server.browser();
        String tag = browser.get("/assets/tuppence.css").expect(200).header("ETag");
        Reply again = browser.send(browser.request("/assets/tuppence.css")
                .header("If-None-Match", tag)
                .GET());
        assertThat(again.expect(304).body()).isEmpty();
    }

    @Test
    void serveTheWidgetToPagesOfAnyOrigin() {
        TestBrowser browser = server.browser();
        Reply widget = browser.get("/plugin/v1/tuppence.js").expect(200);
        assertThat(widget.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(widget.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
        assertThat(widget.header("Content-Type")).startsWith("text/javascript");
        assertThat(widget.header("Cache-Control")).contains("max-age=300");
        assertThat(widget.header("ETag")).isNotEmpty();
    }

    @Test
    void serveEachVersionOfTheWidgetForGoodUnderItsOwnName() {
        TestBrowser browser = server.browser();
        String pinned = browser.get("/docs/").expect(200).body();
        Matcher script =
                Pattern.compile("(/plugin/v1/tuppence-[0-9a-f]{16}\\.js)").matcher(pinned);
        assertThat(script.find()).isTrue();
        assertThat(pinned).contains("integrity=&quot;sha384-");
        Reply widget = browser.get(script.group(1)).expect(200);
        assertThat(widget.header("Cache-Control")).contains("immutable");
        assertThat(widget.body())
                .isEqualTo(browser.get("/plugin/v1/tuppence.js").body());
        browser.get("/plugin/v1/tuppence-0123456789abcdef.js").expect(404);
    }

    @Test
    void sayWhetherTheServerLivesAndIsReady() {
        assertThat(server.browser().get("/healthz").expect(200).body()).isEqualTo("ok\n");
        assertThat(server.browser().get("/readyz").expect(200).body()).isEqualTo("ok\n");
    }

    @Test
    void leadBelowTheContextPath() {
        try (TestServer below = new TestServer.Builder().below("/cash").start()) {
            Reply home = below.browser().get("/").expect(200);
            assertThat(home.body()).contains("href=\"/cash/login\"").contains("href=\"/cash/assets/tuppence.css?v=");
            assertThat(below.signedIn("payer").get("/login").expect(303).location())
                    .isEqualTo("/cash/wallet");
        }
    }
}
