package cash.tuppence.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.app.config.Setting;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Person;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The whole way: cash moves on a page, and the demo's shop hears of it. */
class CallbackTest {
    private static final String DEMO_SECRET = "whsec_dHVwcGVuY2UtZGVtby1jYWxsYmFjay1zZWNyZXQhIQ==";

    @Test
    void theShopHearsAtOnceOfCashThatItReceived() throws InterruptedException {
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
        }
    }
}
