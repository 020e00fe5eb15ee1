package cash.tuppence.checkout.pay;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.checkout.Merchant;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The page was opened on one device, and paid on another. */
class OtherDeviceTest {
    private static TestServer server;
    private static Merchant merchant;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        merchant = Merchant.live(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String attribute(Reply page, String name) {
        return page.body().replaceAll("(?s).*" + name + "=\"([^\"]*)\".*", "$1");
    }

    @Test
    void theFirstDeviceNoticesAndGoesBackSigned() {
        JsonNode checkout = merchant.created("2.50");
        String path = Merchant.payPath(checkout);
        TestBrowser desk = server.browser();
        Reply page = desk.get(path).expect(200);
        String watch = attribute(page, "data-watch");
        assertThat(desk.get(watch).expect(200).json().toString()).isEqualTo("{\"state\":\"open\",\"url\":null}");

        server.signedIn("payer").post(path, Map.of("action", "pay")).expect(303);

        JsonNode now = desk.get(watch).expect(200).json();
        assertThat(now.get("state").asString()).isEqualTo("paid");
        Redirect back = Redirect.of(now.get("url").asString());
        assertThat(back.address()).isEqualTo(Merchant.SHOP + "/return");
        assertThat(back.isSignedWith("tuppence-demo-redirect-secret!!")).isTrue();
        String again = watch.replace("/state?", "?");
        assertThat(desk.get(again).expect(200).body()).contains("Back to Corner Shop");
    }

    @Test
    void whoeverGetsTheLinkLaterIsNotLedIntoTheOrder() {
        JsonNode checkout = merchant.created("2.50");
        String path = Merchant.payPath(checkout);
        server.signedIn("payer").post(path, Map.of("action", "pay")).expect(303);

        TestBrowser stranger = server.browser();
        for (String proof : new String[] {"", "?seen=", "?seen=x", "?seen=%00ü"}) {
            JsonNode now = stranger.get(path + "/state" + proof).expect(200).json();
            assertThat(now.get("url").asString()).isEqualTo(path);
            assertThat(stranger.get(path + proof).expect(200).body()).doesNotContain("tuppence_signature");
        }
    }

    @Test
    void pastItsTimeThePageSaysSo() {
        JsonNode checkout = merchant.created("2.50");
        String path = Merchant.payPath(checkout);
        String watch = attribute(server.browser().get(path).expect(200), "data-watch");
        server.clock().advance(Duration.ofHours(1));
        JsonNode now = server.browser().get(watch).expect(200).json();
        assertThat(now.toString()).isEqualTo("{\"state\":\"expired\",\"url\":\"" + path + "\"}");
    }

    @Test
    void theCodeIsAPictureOfOurOwn() {
        String path = Merchant.payPath(merchant.created("2.50"));
        Reply code = server.browser().get(path + "/code.svg").expect(200);
        assertThat(code.header("Content-Type")).startsWith("image/svg+xml");
        assertThat(code.body()).startsWith("<svg ").doesNotContain("<script", "style=");
        assertThat(server.browser().get(path).expect(200).body()).contains(path + "/code.svg");
        server.browser().get("/pay/co_nothing/code.svg").expect(404);
        server.browser().get("/pay/co_nothing/state").expect(404);
    }
}
