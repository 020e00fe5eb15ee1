package cash.tuppence.member.signin;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.app.config.Setting;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateLimitedSignInTest {
    private static final Map<String, String> WRONG = Map.of("email", "payer@example.test", "password", "wrong-one");
    private static final Map<String, String> RIGHT = Map.of("email", "payer@example.test", "password", "tuppence-demo");

    @Test
    void asksWhoFailsTooOftenToWaitAndLetsThemInAfterwards() {
        try (TestServer server =
                TestServer.with(Setting.RATE_LIMITS_SCALE, "0.1").start()) {
            TestBrowser browser = server.browser();
            browser.post("/login", WRONG).expect(422);
            browser.post("/login", RIGHT).expect(303);
            browser = server.browser();
            browser.post("/login", WRONG).expect(422);
            Reply limited = browser.post("/login", RIGHT).expect(429);
            assertThat(limited.hook("error").orElseThrow()).contains("wait");
            server.clock().advance(Duration.ofSeconds(Long.parseLong(limited.header("Retry-After"))));
            browser.post("/login", RIGHT).expect(303);
        }
    }

    @Test
    void neverCountsSuccess() {
        try (TestServer server =
                TestServer.with(Setting.RATE_LIMITS_SCALE, "0.05").start()) {
            for (int i = 0; i < 5; i++) {
                server.browser().post("/login", RIGHT).expect(303);
            }
        }
    }
}
