package cash.tuppence.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cash.tuppence.app.config.Setting;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestDatabase;
import cash.tuppence.testing.TestServer;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DemoDataTest {
    @Test
    void isMadeOnceHoweverOftenTheDemoStarts() {
        try (TestServer first = TestServer.start()) {
            assertThat(balances(first, "pat_demo_payer")).containsEntry("USD", "100.00");
            assertThat(balances(first, "pat_demo_friend")).containsEntry("USD", "5.00");
            try (TestServer second = first.again()) {
                assertThat(balances(second, "pat_demo_payer")).isEqualTo(balances(first, "pat_demo_payer"));
                second.signedIn("admin2");
            }
        }
    }

    @Test
    void isNeverServedAsIfItWereReal() {
        TestDatabase database = TestDatabase.fresh();
        new TestServer.Builder().on(database).start().close();
        TestServer.Builder serve = TestServer.with(Setting.DEMO, "false").on(database);
        assertThatThrownBy(serve::start).hasStackTraceContaining("demo data");
        new TestServer.Builder().on(database).start().close();
    }

    @Test
    void isNeverMixedWithRealPeoples() {
        TestDatabase database = TestDatabase.fresh();
        TestServer.with(Setting.DEMO, "false").on(database).start().close();
        TestServer.Builder demo = new TestServer.Builder().on(database);
        assertThatThrownBy(demo::start).hasStackTraceContaining("not a demo's");
        TestServer.with(Setting.DEMO, "false").on(database).start().close();
    }

    @Test
    void isNotThereWhereNobodyAskedForIt() {
        try (TestServer real = TestServer.with(Setting.DEMO, "false").start()) {
            TestBrowser browser = real.browser();
            browser.post("/login", Map.of("email", "payer@example.test", "password", "tuppence-demo"))
                    .expect(422);
            browser.send(browser.request("/api/v1/me")
                            .header("Authorization", "Bearer pat_demo_payer")
                            .GET())
                    .expect(401);
        }
    }

    private static Map<String, String> balances(TestServer server, String token) {
        TestBrowser program = server.browser();
        JsonNode me = program.send(program.request("/api/v1/me")
                        .header("Authorization", "Bearer " + token)
                        .GET())
                .expect(200)
                .json();
        Map<String, String> balances = new TreeMap<>();
        for (JsonNode balance : me.get("balances")) {
            balances.put(
                    balance.get("currency").asString(), balance.get("amount").asString());
        }
        return balances;
    }
}
