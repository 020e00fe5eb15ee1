package cash.tuppence.checkout.api;

import static cash.tuppence.checkout.Merchant.order;
import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.checkout.Merchant;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CheckoutFaultsTest {
    private static TestServer server;
    private static Merchant live;
    private static Merchant test;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        live = Merchant.live(server);
        test = Merchant.test(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void allFaultsAreToldAtOnce() {
        Reply reply = live.post("/api/v1/checkouts", """
                {"amount": {"amount": "0.001", "currency": "USD"}, "description": " ", "reference": "%s",
                 "return_url": "https://evil.example/", "cancel_url": "ftp://x", "expires_in_seconds": 0,
                 "capture": "later", "metadata": [], "items": [{"name": ""}, {"name": "x", "quantity": 0}]}
                """.formatted("x".repeat(201)));
        reply.expect(422);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.json().get("code").asString()).isEqualTo("invalid_request");
        List<String> fields = new ArrayList<>();
        reply.json()
                .get("errors")
                .forEach(error -> fields.add(error.get("field").asString()));
        assertThat(fields)
                .containsExactlyInAnyOrder(
                        "amount",
                        "description",
                        "reference",
                        "return_url",
                        "cancel_url",
                        "expires_in_seconds",
                        "capture",
                        "metadata",
                        "items.0",
                        "items.1");
    }

    @Test
    void whatIsMissingIsNamed() {
        Reply reply = live.post("/api/v1/checkouts", "{}").expect(422);
        assertThat(Merchant.fault(reply, "amount")).isNotEmpty();
        assertThat(Merchant.fault(reply, "description")).isNotEmpty();
        assertThat(Merchant.fault(reply, "return_url")).isNotEmpty();
        assertThat(Merchant.fault(reply, "reference")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "0.00", "-1", "0.001", "2.5001", "1e3", "٣", "1,00", "2.50 USD", "NaN", "99999999999999"
            })
    void anAmountIsWholeCoins(String amount) {
        assertThat(Merchant.fault(live.create(order(amount)).expect(422), "amount"))
                .isNotEmpty();
    }

    @Test
    void anAmountAsANumberIsRefusedSinceItWentThroughAFloat() {
        Reply reply = live.post(
                "/api/v1/checkouts",
                order("1")
                        .set(
                                "amount",
                                order("1").objectNode().put("amount", 2.5).put("currency", "USD"))
                        .toString());
        reply.expect(422);
        assertThat(reply.json().get("errors").get(0).get("field").asString()).startsWith("amount");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fern", "fern@", "@example.com", "fern@example", "a b@example.com", "<i>@example.com"})
    void aCustomersAddressIsOne(String address) {
        Reply reply = live.create(order("1.00").put("customer_email", address)).expect(422);
        assertThat(Merchant.fault(reply, "customer_email")).isNotEmpty();
    }

    @Test
    void liveKeysTakeMoneyAndTestKeysPlayMoney() {
        live.create(order("1.00", "XTS")).expect(422);
        test.create(order("1.00", "USD")).expect(422);
        live.create(order("1.00", "QQQ")).expect(422);
        live.create(order("1.00", "usd")).expect(422);
        JsonNode made = test.create(order("1.00", "XTS")).expect(201).json();
        assertThat(made.get("livemode").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "http://127.0.0.1:8081.evil.example/",
                "http://127.0.0.1:8081@evil.example/",
                "http://127.0.0.1:8082/",
                "https://127.0.0.1:8081/",
                "http://localhost:8081/",
                "http://127.0.0.1:8081/#x",
                "http://127.0.0.1:8081/?tuppence_state=paid",
                "/return",
                "//127.0.0.1:8081/",
                "javascript:alert(1)"
            })
    void payersAreSentBackToRegisteredOriginsAlone(String url) {
        assertThat(Merchant.fault(
                        live.create(order("1.00").put("return_url", url)).expect(422), "return_url"))
                .isNotEmpty();
        assertThat(Merchant.fault(
                        live.create(order("1.00").put("cancel_url", url)).expect(422), "cancel_url"))
                .isNotEmpty();
    }
}
