package cash.tuppence.checkout.api;

import static cash.tuppence.checkout.Merchant.order;
import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.checkout.Merchant;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestServer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class CheckoutApiTest {
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
    void aCheckoutIsMadeAndReadAgainTheSame() {
        ObjectNode body = order("2.50").put("cancel_url", Merchant.SHOP + "/basket");
        body.putObject("metadata")
                .put("weight", new BigDecimal("1.10"))
                .putObject("deep")
                .put("✓", "ü");
        JsonNode made = live.create(body).expect(201).json();

        assertThat(made.get("id").asString()).matches("co_[0-9A-Za-z]{28}");
        assertThat(made.get("url").asString())
                .isEqualTo(server.baseUrl() + "/pay/" + made.get("id").asString());
        assertThat(made.get("livemode").asBoolean()).isTrue();
        assertThat(made.get("state").asString()).isEqualTo("open");
        assertThat(made.get("amount").toString()).isEqualTo("{\"amount\":\"2.50\",\"currency\":\"USD\"}");
        assertThat(made.get("amount_captured").get("amount").asString()).isEqualTo("0.00");
        assertThat(made.get("amount_refunded").get("amount").asString()).isEqualTo("0.00");
        assertThat(made.get("description").asString()).isEqualTo("A tin of tea");
        assertThat(made.get("reference").asString()).isEqualTo("order-17");
        assertThat(made.get("metadata").get("deep"))
                .isEqualTo(body.get("metadata").get("deep"));
        assertThat(live.get("/api/v1/checkouts/" + made.get("id").asString()).body())
                .contains("\"weight\":1.10");
        assertThat(made.get("return_url").asString()).isEqualTo(Merchant.SHOP + "/return");
        assertThat(made.get("cancel_url").asString()).isEqualTo(Merchant.SHOP + "/basket");
        assertThat(made.get("capture").asString()).isEqualTo("automatic");
        assertThat(made.get("paid_at").isNull()).isTrue();
        assertThat(made.get("authorization_expires_at").isNull()).isTrue();
        assertThat(made.get("sequence").asLong()).isEqualTo(1);
        assertThat(Duration.between(
                        java.time.Instant.parse(made.get("created_at").asString()),
                        java.time.Instant.parse(made.get("expires_at").asString())))
                .isEqualTo(Duration.ofHours(1));
        assertThat(live.checkout(made.get("id").asString())).isEqualTo(made);
    }

    @Test
    void itemsAreKeptAsTheyWereSent() {
        ObjectNode body = order("2.50");
        body.putArray("items")
                .addObject()
                .put("name", "Tea")
                .put("quantity", 2)
                .putObject("amount")
                .put("amount", "2.50")
                .put("currency", "USD");
        body.withArray("items").addObject().put("name", "A wrapping");
        JsonNode items = live.create(body).expect(201).json().get("items");
        assertThat(items.toString())
                .isEqualTo("[{\"name\":\"Tea\",\"quantity\":2,\"amount\":{\"amount\":\"2.50\",\"currency\":\"USD\"}},"
                        + "{\"name\":\"A wrapping\",\"quantity\":1,\"amount\":null}]");
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

    @Test
    void theOtherModeAndOtherBusinessesSeeNothing() {
        String id = live.created("1.00").get("id").asString();
        test.get("/api/v1/checkouts/" + id).expect(404);
        String strangers = Others.newKey(server, "strangers");
        Merchant stranger = Merchant.withKey(server, strangers);
        stranger.get("/api/v1/checkouts/" + id).expect(404);
        stranger.post("/api/v1/checkouts/" + id + "/cancel", "").expect(404);
        assertThat(stranger.get("/api/v1/checkouts").expect(200).json().get("data"))
                .isEmpty();
        assertThat(live.checkout(id).get("state").asString()).isEqualTo("open");
    }

    @Test
    void aChangedIdIsNotFound() {
        String id = live.created("1.00").get("id").asString();
        String other = id.substring(0, id.length() - 1) + (id.endsWith("0") ? "1" : "0");
        live.get("/api/v1/checkouts/" + other).expect(404);
        live.get("/api/v1/checkouts/co_x").expect(404);
        live.get("/api/v1/checkouts/tr_" + id.substring(3)).expect(404);
    }

    @Test
    void withoutABusinesssKeyNothingGoes() {
        assertThat(Merchant.withKey(server, "")
                        .create(order("1.00"))
                        .expect(401)
                        .json()
                        .get("code")
                        .asString())
                .isEqualTo("unauthorized");
        Merchant.withKey(server, "sk_live_nonsense").create(order("1.00")).expect(401);
        Merchant.withKey(server, "pat_demo_payer").create(order("1.00")).expect(403);
    }

    @Test
    void theSameKeyAndBodyMakeOneCheckout() {
        Reply first = live.create(order("1.00"), "key-1").expect(201);
        Reply again = live.create(order("1.00"), "key-1").expect(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(live.create(order("2.00"), "key-1")
                        .expect(422)
                        .json()
                        .get("code")
                        .asString())
                .isEqualTo("idempotency_key_reused");
        assertThat(test.create(order("1.00", "XTS"), "key-1").expect(201).body())
                .isNotEqualTo(first.body());
    }

    @Test
    void aFaultUnderAKeyCanBeMendedUnderTheSameKey() {
        live.create(order("-1.00"), "key-2").expect(422);
        live.create(order("1.00"), "key-2").expect(201);
    }

    @Test
    void twinsInParallelMakeOneCheckout() {
        List<CompletableFuture<Reply>> twins = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> Merchant.live(server).create(order("1.00").put("reference", "twins"), "key-3")))
                .limit(8)
                .toList();
        List<Reply> replies = twins.stream().map(CompletableFuture::join).toList();
        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(201));
        assertThat(replies.stream().map(Reply::body).distinct()).hasSize(1);
        assertThat(live.get("/api/v1/checkouts?reference=twins").json().get("data"))
                .hasSize(1);
    }

    @Test
    void listsAreNewestFirstAndGoOnWithACursor() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(
                    0,
                    live.create(order("1.00").put("reference", "listed"))
                            .json()
                            .get("id")
                            .asString());
        }
        List<String> listed = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = live.get("/api/v1/checkouts?reference=listed&limit=2" + cursor)
                    .expect(200)
                    .json();
            page.get("data").forEach(one -> listed.add(one.get("id").asString()));
            cursor = page.get("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("next_cursor").asString();
        } while (!cursor.isEmpty());
        assertThat(listed).isEqualTo(made);
        live.get("/api/v1/checkouts?limit=0").expect(422);
        live.get("/api/v1/checkouts?cursor=x").expect(422);
        live.get("/api/v1/checkouts?state=x").expect(422);
    }

    @Test
    void aMerchantCancelsOnce() {
        String id = live.create(order("1.00").put("reference", "canceled"))
                .json()
                .get("id")
                .asString();
        JsonNode canceled =
                live.post("/api/v1/checkouts/" + id + "/cancel", "").expect(200).json();
        assertThat(canceled.get("state").asString()).isEqualTo("canceled");
        assertThat(canceled.get("sequence").asLong()).isEqualTo(2);
        assertThat(live.post("/api/v1/checkouts/" + id + "/cancel", "")
                        .expect(200)
                        .json())
                .isEqualTo(canceled);
        assertThat(live.get("/api/v1/checkouts?reference=canceled&state=canceled")
                        .json()
                        .get("data"))
                .hasSize(1);
        assertThat(live.get("/api/v1/checkouts?reference=canceled&state=open")
                        .json()
                        .get("data"))
                .isEmpty();
    }
}
