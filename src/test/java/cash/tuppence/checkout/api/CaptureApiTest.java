package cash.tuppence.checkout.api;

import static cash.tuppence.checkout.Merchant.order;
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

/** Capturing later, canceling and giving back, as merchants' programs do it. */
class CaptureApiTest {
    private static TestServer server;
    private static Merchant merchant;
    private static TestBrowser payer;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        merchant = Merchant.live(server);
        payer = server.signedIn("payer");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String made(String capture) {
        return merchant.create(order("2.50").put("capture", capture))
                .expect(201)
                .json()
                .get("id")
                .asString();
    }

    private static Reply pay(String id) {
        return payer.post("/pay/" + id, Map.of("action", "pay")).expect(303);
    }

    private static String authorized() {
        String id = made("manual");
        pay(id);
        return id;
    }

    private static String paid() {
        String id = made("automatic");
        pay(id);
        return id;
    }

    private static Reply post(String id, String act, String body, String key) {
        return merchant.post("/api/v1/checkouts/" + id + "/" + act, body, key);
    }

    private static String part(String amount) {
        return "{\"amount\":{\"amount\":\"" + amount + "\",\"currency\":\"USD\"}}";
    }

    private static String state(String id) {
        return merchant.checkout(id).get("state").asString();
    }

    private static String code(Reply reply) {
        return reply.json().get("code").asString();
    }

    private static String amount(JsonNode of, String member) {
        return of.get(member).get("amount").asString();
    }

    @Test
    void thePayerAuthorizesGoesBackSignedAndTheMerchantCapturesAPart() {
        String id = made("manual");
        assertThat(pay(id).location()).contains("tuppence_state=authorized");
        JsonNode authorized = merchant.checkout(id);
        assertThat(authorized.get("state").asString()).isEqualTo("authorized");
        assertThat(authorized.get("authorization_expires_at").asString())
                .isEqualTo(server.clock().instant().plus(Duration.ofDays(7)).toString());
        assertThat(payer.get("/pay/" + id).expect(200).hook("state")).contains("The cash is reserved");

        JsonNode paid =
                post(id, "capture", part("2.00"), "capture-1").expect(200).json();

        assertThat(paid.get("state").asString()).isEqualTo("paid");
        assertThat(amount(paid, "amount")).isEqualTo("2.50");
        assertThat(amount(paid, "amount_captured")).isEqualTo("2.00");
        assertThat(paid.get("authorization_expires_at").isNull()).isTrue();
        assertThat(merchant.checkout(id)).isEqualTo(paid);
    }

    @Test
    void underOneKeyItIsCapturedOnce() {
        String id = authorized();
        Reply first = post(id, "capture", part("1.00"), "twice").expect(200);
        Reply again = post(id, "capture", part("1.00"), "twice").expect(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(code(post(id, "capture", part("1.01"), "twice").expect(422))).isEqualTo("idempotency_key_reused");
        assertThat(code(post(id, "capture", "", "another").expect(409))).isEqualTo("state_conflict");
    }

    @Test
    void whatWasRefusedStaysRefusedUnderItsKey() {
        String id = made("manual");
        Reply first = post(id, "capture", "", "early").expect(409);
        pay(id);
        Reply again = post(id, "capture", "", "early").expect(409);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        post(id, "capture", "", "late").expect(200);
    }

    @Test
    void noMoreThanWasAuthorizedAndInItsCurrency() {
        String id = authorized();
        assertThat(Merchant.fault(post(id, "capture", part("2.51"), "a").expect(422), "amount"))
                .contains("more than was authorized");
        assertThat(Merchant.fault(post(id, "capture", part("0"), "b").expect(422), "amount"))
                .isNotEmpty();
        String euros = part("1.00").replace("USD", "EUR");
        assertThat(Merchant.fault(post(id, "capture", euros, "c").expect(422), "amount"))
                .contains("usd");
        assertThat(state(id)).isEqualTo("authorized");
    }

    @Test
    void anAuthorizationIsCanceledAndCancelingTwiceChangesNothing() {
        String id = authorized();
        Reply first = post(id, "cancel", "", "cancel-1").expect(200);
        assertThat(first.json().get("state").asString()).isEqualTo("canceled");
        assertThat(post(id, "cancel", "", "cancel-1").expect(200).header("Idempotent-Replayed"))
                .isEqualTo("true");
        assertThat(post(id, "cancel", "", "cancel-2").expect(200).json()).isEqualTo(first.json());
        assertThat(code(post(id, "capture", "", "too-late").expect(409))).isEqualTo("state_conflict");
        assertThat(state(id)).isEqualTo("canceled");
    }

    @Test
    void anOpenOneIsCanceledUnderAKeyAndAPaidOneIsNot() {
        String open = made("automatic");
        Reply first = post(open, "cancel", "", "open-1").expect(200);
        Reply again = post(open, "cancel", "", "open-1").expect(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        String paid = paid();
        assertThat(code(post(paid, "cancel", "", "paid-1").expect(409))).isEqualTo("state_conflict");
        assertThat(state(paid)).isEqualTo("paid");
    }

    @Test
    void theJobGivesBackWhatNobodyCaptured() {
        String id = authorized();
        server.clock().advance(Duration.ofDays(7));
        assertThat(state(id)).isEqualTo("expired");
        // The other job leaves it alone: a hold without its checkout would be half of it.
        server.runJob("expire-holds");
        server.runJob("expire-checkouts");
        JsonNode expired = merchant.checkout(id);
        assertThat(expired.get("state").asString()).isEqualTo("expired");
        assertThat(expired.get("sequence").asInt()).isEqualTo(3);
        merchant = Merchant.live(server);
        payer = server.signedIn("payer");
    }

    @Test
    void thePayersProgramCannotEndTheHold() {
        authorized();
        Merchant program = Merchant.withKey(server, "pat_demo_payer");
        JsonNode transfer = program.get("/api/v1/transfers?limit=1")
                .expect(200)
                .json()
                .get("data")
                .get(0);
        assertThat(transfer.get("kind").asString()).isEqualTo("payment");
        assertThat(transfer.get("state").asString()).isEqualTo("held");
        String id = transfer.get("id").asString();
        program.post("/api/v1/transfers/" + id + "/void", "").expect(403);
        program.post("/api/v1/transfers/" + id + "/post", "").expect(403);
        JsonNode settled = program.post("/api/v1/transfers/settlements", "{\"transfers\":[\"" + id + "\"]}")
                .expect(200)
                .json();
        assertThat(settled.toString()).contains("state_conflict");
    }

    @Test
    void aPartAndTheRestAreGivenBackAndListed() {
        String id = paid();
        String body = "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"USD\"},\"reason\":\"The lid was dented\"}";
        JsonNode first = post(id, "refunds", body, "re-1").expect(201).json();
        assertThat(first.get("id").asString()).matches("re_[0-9A-Za-z]{28}");
        assertThat(first.get("checkout").asString()).isEqualTo(id);
        assertThat(first.get("reason").asString()).isEqualTo("The lid was dented");
        assertThat(state(id)).isEqualTo("partially_refunded");
        JsonNode rest = post(id, "refunds", "", "re-2").expect(201).json();
        assertThat(amount(rest, "amount")).isEqualTo("1.50");
        assertThat(state(id)).isEqualTo("refunded");
        assertThat(amount(merchant.checkout(id), "amount_refunded")).isEqualTo("2.50");

        JsonNode listed = merchant.get("/api/v1/checkouts/" + id + "/refunds?limit=1")
                .expect(200)
                .json();
        assertThat(listed.get("data").get(0)).isEqualTo(rest);
        String next = listed.get("next_cursor").asString();
        JsonNode second = merchant.get("/api/v1/checkouts/" + id + "/refunds?limit=1&cursor=" + next)
                .expect(200)
                .json();
        assertThat(second.get("data").get(0)).isEqualTo(first);
        assertThat(second.get("next_cursor").isNull()).isTrue();
    }

    @Test
    void allOfItIsGivenBackOnceUnderOneKey() {
        String id = paid();
        Reply first = post(id, "refunds", "", "all").expect(201);
        Reply again = post(id, "refunds", "", "all").expect(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(code(post(id, "refunds", "", "all-2").expect(409))).isEqualTo("state_conflict");
        assertThat(code(post(made("automatic"), "refunds", "", "unpaid").expect(409)))
                .isEqualTo("state_conflict");
        assertThat(code(post(paid(), "refunds", part("2.51"), "more").expect(422)))
                .isEqualTo("invalid_request");
    }

    @Test
    void strangersAndTheOtherModeGiveNothingBack() {
        String id = paid();
        String path = "/api/v1/checkouts/" + id;
        Merchant.test(server).post(path + "/refunds", "").expect(404);
        Merchant.test(server).get(path + "/refunds").expect(404);
        Merchant.test(server).post(path + "/capture", "").expect(404);
        Merchant.withKey(server, "pat_demo_payer").post(path + "/refunds", "").expect(403);
        assertThat(state(id)).isEqualTo("paid");
    }
}
