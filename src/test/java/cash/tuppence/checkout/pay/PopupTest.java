package cash.tuppence.checkout.pay;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.checkout.Merchant;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Paying in a window that a shop's page opened. */
class PopupTest {
    private static final Pattern ATTRIBUTE = Pattern.compile("data-(opener|nonce|detail)=\"([^\"]*)\"");
    private static final String NONCE = "1-22-333-4444";

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

    @Test
    void thePageOfTheShopIsToldAndNobodyElse() {
        JsonNode checkout = merchant.created("1.00");
        TestBrowser payer = server.signedIn("payer");
        Reply ended = payer.post(popup(Merchant.payPath(checkout), Merchant.SHOP), Map.of("action", "pay"))
                .expect(200);
        assertThat(attribute(ended, "opener")).contains(Merchant.SHOP);
        assertThat(attribute(ended, "nonce")).contains(NONCE);
        assertThat(ended.hook("state")).contains("Paid");

        JsonNode told = detail(ended);
        assertThat(told.get("checkout")).isEqualTo(checkout.get("id"));
        assertThat(told.get("state").asString()).isEqualTo("paid");
        Redirect back = Redirect.of(told.get("url").asString());
        assertThat(back.address()).isEqualTo(Merchant.SHOP + "/return");
        assertThat(back.isSignedWith("tuppence-demo-redirect-secret!!")).isTrue();
        assertThat(merchant.checkout(checkout.get("id").asString()).get("state").asString())
                .isEqualTo("paid");
    }

    @Test
    void theFormCarriesTheWindowAlongAndSoDoesSigningIn() {
        JsonNode checkout = merchant.created("1.00");
        String path = popup(Merchant.payPath(checkout), Merchant.SHOP);
        Reply page = server.signedIn("payer").get(path).expect(200);
        assertThat(page.body())
                .contains("data-popup=\"open\"")
                .contains("name=\"opener\" value=\"" + Merchant.SHOP + "\"", "name=\"nonce\" value=\"" + NONCE + "\"");
        assertThat(page.header("Cross-Origin-Opener-Policy")).isEmpty();
        Reply stranger = server.browser().get(path).expect(200);
        assertThat(stranger.body()).contains("name=\"next\" value=\"" + path.replace("&", "&amp;") + "\"");
    }

    @Test
    void cancelingIsToldToo() {
        JsonNode checkout = merchant.created("1.00");
        String path = popup(Merchant.payPath(checkout), Merchant.SHOP);
        Reply ended = server.browser().post(path, Map.of("action", "cancel")).expect(200);
        assertThat(detail(ended).get("state").asString()).isEqualTo("canceled");
        assertThat(ended.hook("state")).contains("Nothing was taken");
    }

    @Test
    void onceItHasEndedTheWindowSaysSoAgainToWhomItConcerns() {
        JsonNode checkout = merchant.created("1.00");
        String path = popup(Merchant.payPath(checkout), Merchant.SHOP);
        TestBrowser payer = server.signedIn("payer");
        payer.post(path, Map.of("action", "pay")).expect(200);
        assertThat(detail(payer.get(path).expect(200)).get("state").asString()).isEqualTo("paid");
        Reply other = server.signedIn("friend").get(path).expect(200);
        assertThat(other.hook("state")).contains("This is paid");
        assertThat(other.body()).doesNotContain("data-detail", "tuppence_signature");
    }

    @Test
    void aSiteThatIsNotRegisteredIsToldNothing() {
        List<String> strangers = List.of(
                "https://evil.example",
                Merchant.SHOP + ".evil.example",
                Merchant.SHOP + "/",
                Merchant.SHOP.replace("http:", "https:"),
                Merchant.SHOP.replace("8081", "8082"),
                "null",
                "*",
                "");
        TestBrowser payer = server.signedIn("payer");
        for (String stranger : strangers) {
            JsonNode checkout = merchant.created("0.01");
            String path = popup(Merchant.payPath(checkout), stranger);
            assertThat(payer.get(path).expect(200).body()).as(stranger).doesNotContain("data-popup");
            Reply left = payer.post(path, Map.of("action", "pay")).expect(303);
            assertThat(left.location()).startsWith(Merchant.SHOP + "/return?");
        }
    }

    @Test
    void aNonceThatIsNoneIsNoWindow() {
        JsonNode checkout = merchant.created("0.01");
        for (String nonce : List.of("", "short", "with space and more", "\"><script>", "x".repeat(101))) {
            String path = Merchant.payPath(checkout) + "?opener=" + encode(Merchant.SHOP) + "&nonce=" + encode(nonce);
            assertThat(server.browser().get(path).expect(200).body()).doesNotContain("data-popup");
        }
    }

    @Test
    void aGiftIsToldWithItsTransfer() {
        String path = "/give/corner-shop?return_url=" + encode(Merchant.SHOP + "/thanks") + "&opener="
                + encode(Merchant.SHOP) + "&nonce=" + NONCE;
        TestBrowser payer = server.signedIn("payer");
        assertThat(payer.get(path).expect(200).header("Cross-Origin-Opener-Policy"))
                .isEmpty();
        JsonNode told = detail(payer.post(path, Map.of("amount", "0.02")).expect(200));
        assertThat(told.get("transfer").asString()).startsWith("tr_");
        assertThat(told.get("checkout").isNull()).isTrue();
        assertThat(told.get("state").asString()).isEqualTo("paid");
        assertThat(told.get("url").asString()).startsWith(Merchant.SHOP + "/thanks?tuppence_transfer=");
    }

    @Test
    void aStoredButtonIsToldWithTheCheckoutThatCameOfIt() {
        String button = merchant.post(
                        "/api/v1/buttons",
                        "{\"kind\":\"fixed\",\"description\":\"Tea\",\"amount\":{\"amount\":\"0.03\",\"currency\":\"USD\"},"
                                + "\"return_url\":\"" + Merchant.SHOP + "/return\"}")
                .expect(201)
                .json()
                .get("id")
                .asString();
        String path = popup("/pay/button/" + button, Merchant.SHOP);
        JsonNode told = detail(
                server.signedIn("payer").post(path, Map.of("action", "pay")).expect(200));
        assertThat(told.get("checkout").asString()).startsWith("co_");
        assertThat(told.get("state").asString()).isEqualTo("paid");
        JsonNode left =
                detail(server.browser().post(path, Map.of("action", "cancel")).expect(200));
        assertThat(left.get("state").asString()).isEqualTo("canceled");
    }

    private static String popup(String path, String opener) {
        return path + "?opener=" + encode(opener) + "&nonce=" + NONCE;
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static JsonNode detail(Reply reply) {
        return JsonMapper.shared()
                .readTree(attribute(reply, "detail")
                        .orElseThrow()
                        .replace("&quot;", "\"")
                        .replace("&amp;", "&"));
    }

    private static Optional<String> attribute(Reply reply, String name) {
        Matcher found = ATTRIBUTE.matcher(reply.body());
        while (found.find()) {
            if (found.group(1).equals(name)) {
                return Optional.of(found.group(2));
            }
        }
        return Optional.empty();
    }
}
