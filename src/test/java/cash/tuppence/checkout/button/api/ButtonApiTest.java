package cash.tuppence.checkout.button.api;

import static cash.tuppence.checkout.Merchant.fault;
import static cash.tuppence.checkout.button.Shelf.body;
import static cash.tuppence.checkout.button.Shelf.fixed;
import static cash.tuppence.checkout.button.Shelf.path;
import static cash.tuppence.checkout.button.Shelf.usd;
import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.checkout.button.Shelf;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ButtonApiTest {
    private static TestServer server;
    private static Shelf shelf;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        shelf = Shelf.live(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aPriceIsStoredAndReadAgain() {
        JsonNode made = shelf.made(fixed("2.50").put("stock", 3).put("max_quantity", 5));
        assertThat(made.get("id").asString()).startsWith("btn_");
        assertThat(made.get("url").asString()).isEqualTo(server.baseUrl() + Shelf.page(made));
        assertThat(made.at("/amount/amount").asString()).isEqualTo("2.50");
        assertThat(made.get("state").asString()).isEqualTo("active");
        assertThat(made.get("livemode").asBoolean()).isTrue();
        assertThat(made.get("stock").asLong()).isEqualTo(3);
        assertThat(made.get("sold").asLong()).isZero();
        assertThat(shelf.read(made)).isEqualTo(made);
    }

    @Test
    void giftsHaveAmountsToChooseFromAndAGoal() {
        ObjectNode gift = body("gift");
        gift.putArray("suggested").add(usd("1.00")).add(usd("5.00"));
        gift.set("goal", usd("100.00"));
        JsonNode made = shelf.made(gift);
        assertThat(made.at("/suggested/1/amount").asString()).isEqualTo("5.00");
        assertThat(made.at("/goal/amount").asString()).isEqualTo("100.00");
        assertThat(made.get("amount").isNull()).isTrue();
        assertThat(made.get("return_url").isNull()).isTrue();
        assertThat(shelf.made(body("open").put("currency", "USD")).get("kind").asString())
                .isEqualTo("open");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        ObjectNode wrong = body("fixed")
                .put("description", "")
                .put("return_url", "https://elsewhere.example/")
                .put("max_quantity", 0)
                .put("stock", -1);
        wrong.set("goal", usd("1.00"));
        wrong.putArray("suggested").add(usd("1.00"));
        Reply refused = shelf.send("POST", Shelf.PATH, wrong.toString()).expect(422);
        assertThat(refused.json().get("code").asString()).isEqualTo("invalid_request");
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        for (String field :
                List.of("description", "return_url", "max_quantity", "stock", "goal", "suggested", "amount")) {
            assertThat(fault(refused, field)).as(field).isNotEmpty();
        }
        assertThat(fault(shelf.send("POST", Shelf.PATH, "{}").expect(422), "kind"))
                .isNotEmpty();
    }

    @Test
    void amountsAreOfOneCurrencyThatIsTheKeys() {
        assertThat(fault(post(fixed("1.00", "XTS")), "amount")).contains("live key");
        assertThat(fault(post(fixed("1.00", "QQQ")), "amount")).isNotEmpty();
        assertThat(fault(post(fixed("0")), "amount")).isNotEmpty();
        assertThat(fault(post(fixed("1.001")), "amount")).isNotEmpty();
        ObjectNode mixed = body("open").put("currency", "EUR");
        mixed.set("min_amount", usd("1.00"));
        assertThat(fault(post(mixed), "min_amount")).contains("eur");
        ObjectNode below = body("open");
        below.set("min_amount", usd("2.00"));
        below.set("amount", usd("1.00"));
        assertThat(fault(post(below), "amount")).contains("$2.00");
    }

    private static Reply post(JsonNode body) {
        return shelf.send("POST", Shelf.PATH, body.toString()).expect(422);
    }

    @Test
    void underOneKeyOneIsMade() {
        String body = fixed("1.25").toString();
        Reply first = once("same", body).expect(201);
        Reply again = once("same", body).expect(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(once("same", fixed("1.26").toString())
                        .expect(422)
                        .json()
                        .get("code")
                        .asString())
                .isEqualTo("idempotency_key_reused");
    }

    private static Reply once(String key, String body) {
        return shelf.send(
                shelf.request(Shelf.PATH).header("Idempotency-Key", key).POST(BodyPublishers.ofString(body)));
    }

    @Test
    void aChangeOfWhatAPayerSeesIsANewRevision() {
        JsonNode made = shelf.made(fixed("2.50").put("stock", 3));
        JsonNode dearer = shelf.patch(made, "{\"amount\":{\"amount\":\"3.00\"}}")
                .expect(200)
                .json();
        assertThat(dearer.at("/amount/amount").asString()).isEqualTo("3.00");
        assertThat(dearer.get("revision").asInt()).isEqualTo(2);
        JsonNode unlimited = shelf.patch(made, "{\"stock\":null,\"cancel_url\":null}")
                .expect(200)
                .json();
        assertThat(unlimited.get("stock").isNull()).isTrue();
        assertThat(unlimited.get("revision").asInt()).isEqualTo(2);
        assertThat(unlimited.at("/amount/amount").asString()).isEqualTo("3.00");
    }

    @Test
    void whatWouldChangeItsNatureIsRefused() {
        JsonNode made = shelf.made(fixed("2.50"));
        assertThat(fault(shelf.patch(made, "{\"kind\":\"open\"}").expect(422), "kind"))
                .isNotEmpty();
        assertThat(fault(shelf.patch(made, "{\"currency\":\"EUR\"}").expect(422), "currency"))
                .isNotEmpty();
        assertThat(fault(shelf.patch(made, "{\"amount\":null}").expect(422), "amount"))
                .isNotEmpty();
        assertThat(fault(shelf.patch(made, "{\"stock\":\"many\"}").expect(422), "stock"))
                .isNotEmpty();
        shelf.patch(made, "[]").expect(400);
        assertThat(shelf.read(made)).isEqualTo(made);
    }

    @Test
    void deletingRetiresAndOnceMoreChangesNothing() {
        JsonNode made = shelf.made(fixed("2.50"));
        for (int i = 0; i < 2; i++) {
            JsonNode retired = shelf.send("DELETE", path(made), "").expect(200).json();
            assertThat(retired.get("state").asString()).isEqualTo("retired");
        }
        assertThat(shelf.patch(made, "{\"state\":\"active\"}")
                        .expect(200)
                        .json()
                        .get("state")
                        .asString())
                .isEqualTo("active");
    }

    @Test
    void listsArePagedNewestFirstAndByMode() {
        Shelf test = Shelf.test(server);
        JsonNode first = test.made(fixed("1.00", "XTS"));
        JsonNode second = test.made(fixed("2.00", "XTS"));
        test.send("DELETE", path(first), "").expect(200);
        JsonNode page =
                test.send("GET", Shelf.PATH + "?limit=1", "").expect(200).json();
        assertThat(page.at("/data/0/id")).isEqualTo(second.get("id"));
        String next = page.get("next_cursor").asString();
        JsonNode rest = test.send("GET", Shelf.PATH + "?limit=1&cursor=" + next, "")
                .expect(200)
                .json();
        assertThat(rest.at("/data/0/id")).isEqualTo(first.get("id"));
        assertThat(rest.get("next_cursor").isNull()).isTrue();
        JsonNode active =
                test.send("GET", Shelf.PATH + "?state=active", "").expect(200).json();
        assertThat(active.get("data")).hasSize(1);
        test.send("GET", Shelf.PATH + "?state=odd", "").expect(422);
        shelf.send("GET", path(first), "").expect(404);
        shelf.patch(first, "{}").expect(404);
        shelf.send("DELETE", path(first), "").expect(404);
    }
}
