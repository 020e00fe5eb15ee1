package cash.tuppence.business.start;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverviewTest {
    private static final Map<String, String> STALL = Map.of("name", "Fern’s Stall", "handle", "fern-stall");

    @Test
    void saysWhatWasTakenTodayAndWhatComesNext() {
        try (TestServer server = TestServer.start()) {
            TestBrowser owner = server.signedIn("friend");
            String path = owner.post("/business/new", STALL).expect(303).location();
            assertThat(owner.get(path).expect(200).hook("takings")).contains("$0.00");
            assertThat(owner.get(path).body())
                    .contains("Five minutes to the first payment", "Register your shop’s site", "Make a key")
                    .doesNotContain("Needs a look", "step-done");

            owner.post(path + "/keys", Map.of("name", "Server", "mode", "test")).expect(200);
            assertThat(owner.get(path).body()).contains("Needs a look", "/settings/origins", "step-done");
            owner.post(path + "/settings/origins", Map.of("action", "add", "origin", "https://stall.example"))
                    .expect(303);
            assertThat(owner.get(path).body()).doesNotContain("Needs a look");

            server.signedIn("payer")
                    .post("/give/fern-stall", Map.of("amount", "2.50"))
                    .expect(303);
            try (TestServer other = server.again()) {
                assertThat(owner.at(other).get(path).hook("takings")).contains("$2.50");
            }
            server.clock().advance(Duration.ofDays(1));
            owner = server.signedIn("friend");
            assertThat(owner.get(path).hook("takings")).contains("$0.00");
        }
    }
}
