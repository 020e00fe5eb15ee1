package cash.tuppence.wallet.api;

import static cash.tuppence.wallet.Rows.number;
import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.core.PublicId;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Rows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BatchApiTest {
    private static final String PATH = "/api/v1/transfers/batch";
    private static final String PENNY = item("@friend", "0.01");

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

    private static String item(String recipient, String amount) {
        return "{\"recipient\":\"" + recipient + "\",\"amount\":{\"amount\":\"" + amount + "\",\"currency\":\"USD\"}}";
    }

    private static String body(String... items) {
        return body(List.of(items));
    }

    private static String body(List<String> items) {
        return "{\"transfers\":[" + String.join(",", items) + "]}";
    }

    private static Optional<String> newKey() {
        return Optional.of("batch-" + System.nanoTime());
    }

    private JsonNode results(String body, Optional<String> key) {
        return payer.post(PATH, body, key).expect(200).json().get("results");
    }

    private static String code(JsonNode result) {
        return result.get("error").get("code").asString();
    }

    private static String field(JsonNode result) {
        return result.get("error").get("errors").get(0).get("field").asString();
    }

    private long transfersTo(String handle) {
        return number(
                server,
                "select count(*) from transfers join accounts on accounts.id = transfers.credit_account_id"
                        + " join profiles on profiles.id = accounts.owner_id where profiles.handle = '" + handle + "'");
    }

    @Test
    void eachHasItsOwnResultInItsPlace() {
        long before = transfersTo("friend");
        JsonNode results = results(
                body(
                        PENNY,
                        item("@nobody-at-all", "0.01"),
                        item("@friend", "1000000"),
                        "{\"recipient\":\"@friend\",\"amount\":{\"amount\":1,\"currency\":\"USD\"}}",
                        "17",
                        "null",
                        item("niece@example.test", "0.01"),
                        item("payer@example.test", "0.01"),
                        item("@friend", "0.02")),
                Optional.empty());

        assertThat(results).hasSize(9);
        assertThat(results.get(0).get("transfer").get("state").asString()).isEqualTo("posted");
        assertThat(code(results.get(1))).isEqualTo("recipient_unknown");
        assertThat(field(results.get(1))).isEqualTo("recipient");
        assertThat(code(results.get(2))).isEqualTo("insufficient_funds");
        assertThat(field(results.get(3))).isEqualTo("amount.amount");
        assertThat(code(results.get(4))).isEqualTo("invalid_request");
        assertThat(code(results.get(5))).isEqualTo("invalid_request");
        assertThat(results.get(6).get("transfer").get("state").asString()).isEqualTo("waiting");
        assertThat(field(results.get(7))).isEqualTo("recipient");
        JsonNode last = results.get(8).get("transfer");
        assertThat(last.get("amount").get("amount").asString()).isEqualTo("0.02");
        assertThat(payer.get("/api/v1/transfers/" + last.get("id").asString())
                        .expect(200)
                        .json())
                .isEqualTo(last);
        assertThat(transfersTo("friend") - before).isEqualTo(2);
    }

    @Test
    void takesAThousandWithAllTheirMetadataAndNoMore() {
        String metadata = ",\"metadata\":{\"note\":\"" + "m".repeat(4_080) + "\"}}";
        String full = PENNY.substring(0, PENNY.length() - 1).replace("0.01", "0.0001") + metadata;

        JsonNode results = results(body(Collections.nCopies(1_000, full)), newKey());

        assertThat(results)
                .hasSize(1_000)
                .allSatisfy(result -> assertThat(result.has("transfer")).isTrue());
        for (String wrong : List.of(body(Collections.nCopies(1_001, PENNY)), body(), "{}")) {
            JsonNode problem = payer.post(PATH, wrong).expect(422).json();
            assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo("transfers");
        }
    }

    @Test
    void namesAreLookedUpTogether() {
        List<String> items = IntStream.range(0, 200)
                .mapToObj(i -> item(i % 2 == 0 ? "@unknown-" + i : "unknown-" + i + "@example.test", "0.0001"))
                .toList();
        long before = number(server, QUESTIONS);

        assertThat(results(body(items), Optional.empty())).hasSize(200);

        assertThat(number(server, QUESTIONS) - before).isLessThan(100);
    }

    private static final String QUESTIONS =
            "select variable_value from information_schema.global_status" + " where variable_name = 'COM_SELECT'";

    @Test
    void sentAgainUnderItsKeyItIsAnsweredTheSame() {
        Optional<String> key = newKey();
        String body = body(PENNY, item("@friend", "1000000"), PENNY);
        long before = transfersTo("friend");

        Reply first = payer.post(PATH, body, key).expect(200);
        Reply second = payer.post(PATH, body, key).expect(200);

        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(transfersTo("friend") - before).isEqualTo(2);
        assertThat(payer.post(PATH, body(PENNY), key)
                        .expect(422)
                        .json()
                        .get("code")
                        .asString())
                .isEqualTo("idempotency_key_reused");
    }

    @Test
    void sentAgainAfterACrashItFindsWhatWasDoneAndDoesTheRest() {
        Optional<String> key = newKey();
        String body = body(PENNY, item("@friend", "1000000"), item("nephew@example.test", "0.01"), PENNY);
        JsonNode first = results(body, key);
        long before = transfersTo("friend");
        crashBeforeTheAnswer(first.get(3).get("transfer").get("id").asString());
        forgetTheLastTransfer(first.get(3).get("transfer").get("id").asString());
        Rows.execute(
                server,
                "update members set email = 'nephew@example.test', email_confirmed_at = now()"
                        + " where email = 'friend@example.test'");

        assertThat(payer.post(PATH, body(PENNY), key).expect(422).body()).contains("idempotency_key_reused");
        JsonNode again = results(body, key);

        List<JsonNode> done = new ArrayList<>();
        again.forEach(done::add);
        assertThat(done.get(0)).isEqualTo(first.get(0));
        assertThat(code(done.get(1))).isEqualTo("insufficient_funds");
        assertThat(done.get(2)).as("as it was meant then").isEqualTo(first.get(2));
        assertThat(done.get(3).get("transfer").get("id"))
                .isNotEqualTo(first.get(3).get("transfer").get("id"));
        assertThat(transfersTo("friend") - before).isEqualTo(1);
        Rows.execute(
                server,
                "update members set email = 'friend@example.test', email_confirmed_at = null"
                        + " where email = 'nephew@example.test'");
    }

    /** As a node leaves it that dies after some of the postings were committed. */
    private static void crashBeforeTheAnswer(String id) {
        Rows.execute(server, "update idempotency_records set status = 0, answer = '' where answer like '%" + id + "%'");
    }

    private static void forgetTheLastTransfer(String id) {
        Rows.execute(
                server,
                "delete from operations where transfer_id = "
                        + PublicId.parse("tr_", id).orElseThrow().key());
    }

    @Test
    void twinsAtOnceMoveOnce() {
        Optional<String> key = newKey();
        String body = body(PENNY, PENNY, PENNY);
        long before = transfersTo("friend");

        List<Reply> replies = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> ApiClient.of(server, "pat_demo_payer").post(PATH, body, key)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(replies).extracting(Reply::status).containsOnly(200);
        assertThat(replies.stream().map(Reply::body).distinct()).hasSize(1);
        assertThat(transfersTo("friend") - before).isEqualTo(3);
    }

    @Test
    void needsTheScope() {
        ApiClient.of(server, "sk_live_demo_corner_shop").post(PATH, body(PENNY)).expect(403);
    }
}
