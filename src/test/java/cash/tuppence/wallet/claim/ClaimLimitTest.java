package cash.tuppence.wallet.claim;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.app.config.Setting;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Person;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClaimLimitTest {
    private static final int WRONG_TOKENS = 20;

    @Test
    void whoeverTriesManyCodesHasToWaitAndARightOneIsNotCounted() {
        try (TestServer server = TestServer.with(Setting.RATE_LIMITS_SCALE, "1").start()) {
            String claim = new Person(server.signedIn("payer"), "payer").invite("niece@example.test", "0.60");
            TestBrowser visitor = server.browser();
            for (int i = 0; i < WRONG_TOKENS; i++) {
                visitor.get(claim).expect(200);
                visitor.get("/claim/" + "0".repeat(21) + (char) ('a' + i)).expect(404);
            }

            Reply turnedAway = visitor.get("/claim/" + "0".repeat(22)).expect(429);

            assertThat(turnedAway.header("Retry-After")).matches("[0-9]+");
            server.clock().advance(Duration.ofMinutes(1));
            visitor.get(claim).expect(200);
        }
    }
}
