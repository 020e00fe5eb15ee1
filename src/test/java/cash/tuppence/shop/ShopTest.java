package cash.tuppence.shop;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.app.config.Setting;
import cash.tuppence.checkout.Merchant;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The real shop, another program, beside the real Tuppence: it gives nothing away, and nothing twice. */
class ShopTest {
    private static final String WAITING = "waiting for payment";
    private static final String PAID = "paid";

    private static TestServer tuppence;
    private static ShopProcess shop;
    private static Merchant merchant;

    private final TestBrowser payer = tuppence.signedIn("payer");

    @BeforeAll
    static void open() throws Exception {
        int port = freePort();
        tuppence = TestServer.with(Setting.DEMO_SHOP_URL, "http://127.0.0.1:" + port)
                .start();
        // The shop goes by the machine's clock when it looks whether a signature is fresh.
        tuppence.clock().set(Instant.now());
        shop = ShopProcess.start(port, tuppence);
        merchant = Merchant.live(tuppence);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @AfterAll
    static void close() throws Exception {
        shop.close();
        tuppence.close();
    }

    @BeforeEach
    void tuppenceDoesNotCallBackByItself() {
        endpointsBecome("disabled");
    }

    @Test
    void theCallbackAloneMarksTheOrderPaid() throws InterruptedException {
        endpointsBecome("enabled");
        JsonNode order = order("tea");
        pay(order);
        shop.awaitPaid(number(order));
        assertPaidOnce(order);
    }

    @Test
    void theRedirectAloneMarksTheOrderPaid() {
        JsonNode order = order("tea");
        String back = pay(order);
        assertThat(shop.status(number(order))).isEqualTo(WAITING);
        assertThat(payer.get(back).expect(303).location()).endsWith("/orders/" + number(order));
        assertPaidOnce(order);
    }

    @Test
    void whereNeitherArrivesTheShopAsksWhenTheOrderIsLookedAt() {
        JsonNode order = order("tea");
        pay(order);
        assertThat(shop.status(number(order))).isEqualTo(WAITING);
        Reply page = payer.get(shop.url() + "/orders/" + number(order)).expect(200);
        assertThat(page.hook("order-status")).contains(PAID);
        assertThat(page.hook("order-times-paid")).contains("1");
        assertPaidOnce(order);
    }

    @Test
    void theRedirectTwiceAndThenTheCallbackTwiceMarkItOnce() {
        JsonNode order = order("tea");
        String back = pay(order);
        payer.get(back).expect(303);
        payer.get(back).expect(303);
        Callback callback = Callback.of("msg_1", asItIs(order));
        callback.sendTo(shop.url()).expect(204);
        callback.sendTo(shop.url()).expect(204);
        Callback.of("msg_2", asItIs(order)).sendTo(shop.url()).expect(204);
        assertPaidOnce(order);
    }

    @Test
    void theCallbackTwiceAndThenTheRedirectTwiceMarkItOnce() {
        JsonNode order = order("tea");
        String back = pay(order);
        Callback callback = Callback.of("msg_3", asItIs(order));
        callback.sendTo(shop.url()).expect(204);
        assertPaidOnce(order);
        callback.sendTo(shop.url()).expect(204);
        payer.get(back).expect(303);
        payer.get(back).expect(303);
        assertPaidOnce(order);
    }

    @Test
    void aCanceledOrderIsNotPaid() {
        JsonNode order = order("tea");
        String back = payer.post(Merchant.payPath(order), Map.of("action", "cancel"))
                .expect(303)
                .location();
        payer.get(back).expect(303);
        assertThat(shop.status(number(order))).isEqualTo("canceled");
        assertThat(shop.timesPaid(number(order))).isZero();
    }

    @Test
    void aForgedCallbackIsRefused() {
        JsonNode order = order("bread");
        JsonNode asIfPaid = ((ObjectNode) order.deepCopy()).put("state", PAID).put("sequence", 2);
        Callback good = Callback.of("msg_4", asIfPaid);
        for (Callback forged : List.of(
                good.signedWith("some other secret"),
                good.signedWith(Callback.REDIRECT_SECRET),
                good.withSignature(""),
                good.withSignature("v1,"),
                good.withSignature(good.signature().replace("v1,", "v2,")),
                good.withId("msg_5"),
                good.withBody(good.body() + " "),
                good.older(Duration.ofSeconds(1)),
                good.older(Duration.ofHours(1)).signedWith(Callback.CALLBACK_SECRET))) {
            forged.sendTo(shop.url()).expect(400);
        }
        assertThat(shop.status(number(order))).isEqualTo(WAITING);
    }

    @Test
    void aRedirectWithAnythingChangedIsRefused() {
        JsonNode cheap = order("sweet");
        JsonNode dear = order("bread");
        String back = pay(cheap);
        for (String changed : List.of(
                back.replace(number(cheap), number(dear)),
                back.replace("tuppence_amount=0.01", "tuppence_amount=4.20"),
                back.replace("tuppence_currency=USD", "tuppence_currency=XTS"),
                back.replace("tuppence_timestamp=", "tuppence_timestamp=1"),
                back.replace("tuppence_state=paid", "tuppence_state=authorized"),
                back.replace(cheap.get("id").asString(), dear.get("id").asString()),
                back.replaceAll("&tuppence_signature=.*", ""))) {
            assertThat(changed).isNotEqualTo(back);
            payer.get(changed).expect(400);
        }
        assertThat(shop.status(number(cheap))).isEqualTo(WAITING);
        assertThat(shop.status(number(dear))).isEqualTo(WAITING);
    }

    @Test
    void aCheaperCheckoutWithTheDearOrdersReferenceDoesNotPass() throws InterruptedException {
        endpointsBecome("enabled");
        JsonNode dear = order("bread");
        JsonNode cheap = underTheSameReference(dear, merchant, "0.01", "USD");
        String back = pay(cheap);
        shop.awaitRefusalOf(cheap.get("id").asString());
        payer.get(back).expect(400);
        payer.get(shop.url() + "/orders/" + number(dear)).expect(200);
        assertThat(shop.status(number(dear))).isEqualTo(WAITING);
        assertThat(shop.timesPaid(number(dear))).isZero();

        // Any shop can see the difference in what the API says.
        assertThat(asItIs(cheap).get("state").asString()).isEqualTo(PAID);
        assertThat(asItIs(cheap).get("reference")).isEqualTo(dear.get("reference"));
        assertThat(asItIs(cheap).get("amount")).isNotEqualTo(dear.get("amount"));
    }

    @Test
    void playMoneyForARealOrderDoesNotPass() throws InterruptedException {
        endpointsBecome("enabled");
        JsonNode dear = order("bread");
        JsonNode play = underTheSameReference(dear, Merchant.test(tuppence), "4.20", "XTS");
        String back = pay(play);
        shop.awaitRefusalOf(play.get("id").asString());
        payer.get(back).expect(400);
        assertThat(shop.status(number(dear))).isEqualTo(WAITING);
    }

    /** Goes shopping, and asks Tuppence for the checkout that the shop made. */
    private JsonNode order(String product) {
        String url = payer.postOnly(shop.url() + "/checkout", Map.of("reference", product))
                .expect(303)
                .location();
        assertThat(url).startsWith(tuppence.baseUrl() + "/pay/co_");
        return merchant.checkout(url.substring(url.lastIndexOf('/') + 1));
    }

    private static JsonNode underTheSameReference(JsonNode order, Merchant by, String amount, String currency) {
        ObjectNode body = Merchant.order(amount, currency)
                .put("reference", number(order))
                .put("return_url", order.get("return_url").asString());
        return by.create(body).expect(201).json();
    }

    /** Pays, and does not follow the way back, which is returned. */
    private String pay(JsonNode checkout) {
        String back = payer.post(Merchant.payPath(checkout), Map.of("action", "pay"))
                .expect(303)
                .location();
        // Before the next test may switch callbacks on again.
        tuppence.runJob("fan-out-events");
        return back;
    }

    private static JsonNode asItIs(JsonNode checkout) {
        return merchant.checkout(checkout.get("id").asString());
    }

    private static String number(JsonNode checkout) {
        return checkout.get("reference").asString();
    }

    private static void assertPaidOnce(JsonNode order) {
        assertThat(shop.status(number(order))).isEqualTo(PAID);
        assertThat(shop.timesPaid(number(order))).isEqualTo(1);
    }

    private static void endpointsBecome(String state) {
        try (Connection connection = tuppence.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("update webhook_endpoints set state = '" + state + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
