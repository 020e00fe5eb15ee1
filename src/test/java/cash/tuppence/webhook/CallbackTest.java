package cash.tuppence.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.app.config.Setting;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Person;
import cash.tuppence.webhook.signing.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The whole way: cash moves on a page, and the demo's shop hears of it. What it got is kept for others to check. */
class CallbackTest {
    private static final Path KEPT = Path.of("target/callback.json");
    private static final String DEMO_SECRET = "whsec_dHVwcGVuY2UtZGVtby1jYWxsYmFjay1zZWNyZXQhIQ==";

    @Test
    void theShopHearsAtOnceOfCashThatItReceived() throws InterruptedException, IOException {
        try (Receiver shop = new Receiver();
                TestServer server =
                        TestServer.with(Setting.DEMO_SHOP_URL, shop.origin()).start()) {
            TestBrowser bank = server.signedIn("payer");
            Person.with(server, bank, "1.00").send("@corner-shop", "0.05");

            shop.await(1, Duration.ofSeconds(20));

            assertThat(shop.calls()).singleElement().satisfies(call -> {
                assertThat(call.isSignedWith(DEMO_SECRET)).isTrue();
                assertThat(call.id()).startsWith("evt_");
                assertThat(call.body())
                        .startsWith(
                                "{\"type\":\"transfer.received\",\"timestamp\":\"2026-11-02T09:30:00Z\",\"livemode\":true,")
                        .contains("\"state\":\"posted\"", "0.05");
            });
            keep(shop.calls().get(0));
        }
    }

    /** {@code docs/callback-check} looks at it with libraries for Node. */
    private static void keep(Receiver.Call call) throws IOException {
        Map<String, Object> kept = Map.of(
                "secret",
                DEMO_SECRET,
                "headers",
                Map.of(
                        Message.ID, call.id(),
                        Message.TIMESTAMP, Long.toString(call.timestampSeconds()),
                        Message.SIGNATURE, call.signatures()),
                "body",
                call.body());
        Files.createDirectories(KEPT.getParent());
        Files.writeString(KEPT, JsonMapper.shared().writeValueAsString(kept));
    }
}
