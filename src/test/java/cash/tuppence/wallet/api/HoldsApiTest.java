package cash.tuppence.wallet.api;

import static cash.tuppence.wallet.Rows.number;
import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Person;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HoldsApiTest {
    private static final String PATH = "/api/v1/transfers";

    private static TestServer server;

    @BeforeAll
    static void open() {
        server = TestServer.start();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private final ApiClient payer = ApiClient.of(server, "pat_demo_payer");
    private final ApiClient friend = ApiClient.of(server, "pat_demo_friend");
    private final String payerBefore = payer.balance();
    private final String friendBefore = friend.balance();

    private static String body(String recipient, String amount) {
        return "{\"recipient\":\"" + recipient + "\",\"amount\":" + money(amount)
                + ",\"mode\":\"hold\",\"expires_in_seconds\":60}";
    }

    private static String money(String amount) {
        return "{\"amount\":\"" + amount + "\",\"currency\":\"USD\"}";
    }

    /** A hold for the friend; its path. */
    private String hold(String amount) {
        JsonNode transfer =
                payer.post(PATH, body("@friend", amount)).expect(201).json();
        assertThat(transfer.get("state").asString()).isEqualTo("held");
        return PATH + "/" + transfer.get("id").asString();
    }

    private static String state(Reply reply) {
        return reply.expect(200).json().get("state").asString();
    }

    @Test
    void aHoldReservesAndMovesNothing() {
        String hold = hold("0.50");

        assertThat(payer.balance()).startsWith(amount(payerBefore));
        assertThat(held(payer.balance()).subtract(held(payerBefore))).isEqualByComparingTo("0.50");
        assertThat(friend.balance()).isEqualTo(friendBefore);
        assertThat(state(payer.post(hold + "/void", "{}"))).isEqualTo("voided");
        assertThat(payer.balance()).isEqualTo(payerBefore);
    }

    private static String amount(String balance) {
        return balance.substring(0, balance.indexOf(' '));
    }

    private static BigDecimal held(String balance) {
        return new BigDecimal(balance.substring(balance.lastIndexOf(' ') + 1));
    }

    @Test
    void aPartIsPostedAndTheRestReleased() {
        String hold = hold("0.50");

        JsonNode posted = payer.post(hold + "/post", "{\"amount\":" + money("0.20") + "}")
                .expect(200)
                .json();
        assertThat(posted.get("sequence").asLong()).isEqualTo(2);

        assertThat(posted.get("state").asString()).isEqualTo("posted");
        assertThat(posted.get("amount").get("amount").asString()).isEqualTo("0.50");
        assertThat(posted.get("amount_posted").get("amount").asString()).isEqualTo("0.20");
        assertThat(held(payer.balance())).isEqualByComparingTo(held(payerBefore));
        assertThat(posted).isEqualTo(friend.get(hold).expect(200).json());
        assertThat(number(
                        server,
                        "select count(*) from events where type = 'transfer.received' and data like '%"
                                + posted.get("id").asString() + "%\"amount_posted\":{\"amount\":\"0.20\"%'"))
                .isEqualTo(1);
    }

    @Test
    void moreThanWasHeldIsNotPosted() {
        String hold = hold("0.10");

        payer.post(hold + "/post", "{\"amount\":" + money("0.11") + "}").expect(422);
        payer.post(hold + "/post", "{\"amount\":{\"amount\":\"0.01\",\"currency\":\"XTS\"}}")
                .expect(422);

        assertThat(state(payer.get(hold))).isEqualTo("held");
    }

    @Test
    void whatEndedCannotBeEndedAgain() {
        String hold = hold("0.10");
        payer.post(hold + "/post", "{}").expect(200);

        for (String end : new String[] {"/post", "/void", "/retract"}) {
            assertThat(payer.post(hold + end, "{}")
                            .expect(409)
                            .json()
                            .get("code")
                            .asString())
                    .isEqualTo("state_conflict");
        }
    }

    @Test
    void onlyItsSenderEndsAHold() {
        String hold = hold("0.10");

        friend.post(hold + "/post", "{}").expect(403);
        friend.post(hold + "/void", "{}").expect(403);
        ApiClient.of(server, "pat_demo_admin").post(hold + "/post", "{}").expect(404);
    }

    @Test
    void postingAgainUnderItsKeyIsReplayed() {
        String hold = hold("0.10");
        Optional<String> key = Optional.of("post-" + hold);

        Reply first = payer.post(hold + "/post", "{}", key).expect(200);
        Reply second = payer.post(hold + "/post", "{}", key).expect(200);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void anInvitationIsTakenBackWithAReason() {
        JsonNode gift =
                payer.post(PATH, body("niece@example.test", "0.10")).expect(201).json();
        String path = PATH + "/" + gift.get("id").asString();
        assertThat(gift.get("state").asString()).isEqualTo("waiting");
        payer.post(path + "/post", "{}").expect(409);

        assertThat(state(payer.post(path + "/retract", "{\"reason\":\"wrong niece\"}")))
                .isEqualTo("retracted");

        Person sender = new Person(server.signedIn("payer"), "payer");
        assertThat(sender.browser()
                        .get("/transfers/" + gift.get("id").asString())
                        .hook("state"))
                .contains("Taken back");
    }

    @Test
    void aHoldThatIsNotPostedInTimeExpires() {
        String hold = hold("0.10");

        server.clock().advance(Duration.ofSeconds(60));

        payer.post(hold + "/post", "{}").expect(409);
        server.runJob("expire-holds");
        assertThat(state(payer.get(hold))).isEqualTo("expired");
    }
}
