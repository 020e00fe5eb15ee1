package cash.tuppence.checkout.api;

import static cash.tuppence.checkout.Merchant.order;
import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.checkout.Merchant;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestServer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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
                        Instant.parse(made.get("created_at").asString()),
                        Instant.parse(made.get("expires_at").asString())))
                .isEqualTo(Duration.ofHours(1));
        assertThat(live.checkout(made.get("id").asString())).isEqualTo(made);
    }

    @Test
    void theCustomersAddressIsKeptAndToldOfWithThePayment() {
        JsonNode made = live.create(order("2.50").put("customer_email", " Fern.Wood@Example.COM "))
                .expect(201)
                .json();
        String id = made.get("id").asString();
        assertThat(made.get("customer_email").asString()).isEqualTo("fern.wood@example.com");
        server.signedIn("payer")
                .post(Merchant.payPath(made), Map.of("action", "pay"))
                .expect(303);
        assertThat(live.checkout(id).get("customer_email").asString()).isEqualTo("fern.wood@example.com");
        JsonNode told =
                live.get("/api/v1/events?type=checkout.paid").expect(200).json();
        assertThat(told.at("/data/0/data/id").asString()).isEqualTo(id);
        assertThat(told.at("/data/0/data/customer_email").asString()).isEqualTo("fern.wood@example.com");
        assertThat(live.created("2.50").get("customer_email").isNull()).isTrue();
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
                .isEqualTo(
                        "[{\"name\":\"Tea\",\"quantity\":2,\"amount\":{\"amount\":\"2.50\",\"currency\":\"USD\"},\"tax\":null},"
                                + "{\"name\":\"A wrapping\",\"quantity\":1,\"amount\":null,\"tax\":null}]");
    }

    @Test
    void linesAndTheirTaxesAddUp() {
        ObjectNode body = order("2.70");
        ObjectNode line = body.putArray("items").addObject().put("name", "Tea");
        line.putObject("amount").put("amount", "2.50").put("currency", "USD");
        assertThat(Merchant.fault(live.create(body).expect(422), "items")).contains("2.50", "2.70");
        line.putObject("tax").put("amount", "0.20").put("currency", "USD");
        JsonNode made = live.create(body).expect(201).json();
        assertThat(made.get("items").get(0).get("tax").get("amount").asString()).isEqualTo("0.20");
        assertThat(server.browser().get(Merchant.payPath(made)).expect(200).hook("tax"))
                .contains("$0.20");
        line.putObject("tax").put("amount", "0.21").put("currency", "USD");
        live.create(body).expect(422);
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
