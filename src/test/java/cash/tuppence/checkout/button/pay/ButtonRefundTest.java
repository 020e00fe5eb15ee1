package cash.tuppence.checkout.button.pay;

import static cash.tuppence.checkout.Merchant.order;
import static cash.tuppence.checkout.button.Shelf.fixed;
import static cash.tuppence.checkout.button.Shelf.page;
import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.checkout.Merchant;
import cash.tuppence.checkout.button.Shelf;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ButtonRefundTest {
    private static final Map<String, String> PAY = Map.of("action", "pay");

    private static TestServer server;
    private static Shelf shelf;
    private static Merchant merchant;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        shelf = Shelf.live(server);
        merchant = Merchant.live(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whatWasGivenBackIsNoMoreCollectedAndNothingElseComesBackByItself() {
        JsonNode button = shelf.made(fixed("2.50").put("stock", 5).put("max_quantity", 3));
        TestBrowser payer = server.signedIn("payer");
        Reply shown = payer.get(page(button) + "?reference=order-21").expect(200);
        payer.postOnly(page(button), consent(shown, Map.of("quantity", "2"))).expect(303);
        assertThat(shelf.read(button).at("/collected/amount").asString()).isEqualTo("5.00");
        JsonNode paid = merchant.get("/api/v1/checkouts?reference=order-21")
                .json()
                .get("data")
                .get(0);
        String refunds = "/api/v1/checkouts/" + paid.get("id").asString() + "/refunds";

        String part = "{\"amount\": {\"amount\": \"1.00\", \"currency\": \"USD\"}}";
        merchant.post(refunds, part, "part-of-21").expect(201);
        merchant.post(refunds, part, "part-of-21").expect(201);
        assertThat(shelf.read(button).at("/collected/amount").asString()).isEqualTo("4.00");
        String tooMuch = "{\"amount\": {\"amount\": \"4.01\", \"currency\": \"USD\"}}";
        merchant.post(refunds, tooMuch).expect(422);
        assertThat(shelf.read(button).at("/collected/amount").asString()).isEqualTo("4.00");

        merchant.post(refunds, "{}").expect(201);
        JsonNode after = shelf.read(button);
        assertThat(after.at("/collected/amount").asString()).isEqualTo("0.00");
        assertThat(after.get("sold").asInt()).isEqualTo(2);
        assertThat(after.get("payments").asInt()).isEqualTo(1);
        assertThat(after.get("stock").asInt()).isEqualTo(3);
    }

    @Test
    void aCheckoutThatOnlyNamesAButtonLessensNothingOfIt() {
        JsonNode button = shelf.made(fixed("0.25"));
        TestBrowser payer = server.signedIn("payer");
        payer.postOnly(page(button), consent(payer.get(page(button)).expect(200), Map.of()))
                .expect(303);
        ObjectNode order = order("0.25");
        order.putObject("metadata").set("button", button.get("id"));
        JsonNode other = merchant.create(order).expect(201).json();
        payer.post(Merchant.payPath(other), PAY).expect(303);
        merchant.post("/api/v1/checkouts/" + other.get("id").asString() + "/refunds", "{}")
                .expect(201);
        assertThat(shelf.read(button).at("/collected/amount").asString()).isEqualTo("0.25");
    }

    private static Map<String, String> consent(Reply shown, Map<String, String> typed) {
        Map<String, String> fields = new HashMap<>(shown.hiddenFields());
        fields.putAll(PAY);
        fields.putAll(typed);
        return fields;
    }
}
