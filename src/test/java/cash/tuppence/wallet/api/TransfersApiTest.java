package cash.tuppence.wallet.api;

import static cash.tuppence.wallet.Rows.number;
import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Rows;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class TransfersApiTest {
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

    private static String body(String recipient, String amount) {
        return "{\"recipient\":\"" + recipient + "\",\"amount\":{\"amount\":\"" + amount + "\",\"currency\":\"USD\"}}";
    }

    private static Optional<String> newKey() {
        return Optional.of("key-" + System.nanoTime());
    }

    @Test
    void aTransferIsMadeAndBothSidesReadTheSame() {
        String body = "{\"recipient\":\"@friend\",\"amount\":{\"amount\":\"0.0101\",\"currency\":\"USD\"},"
                + "\"message\":\"Grüße\",\"metadata\":{\"order\":17,\"tags\":[\"a\"]}}";

        Reply made = payer.post(PATH, body).expect(201);

        JsonNode transfer = made.json();
        assertThat(transfer.get("id").asString()).startsWith("tr_");
        assertThat(transfer.get("state").asString()).isEqualTo("posted");
        assertThat(transfer.get("kind").asString()).isEqualTo("send");
        assertThat(transfer.get("sender").asString()).isEqualTo("@payer");
        assertThat(transfer.get("recipient").asString()).isEqualTo("@friend");
        assertThat(transfer.get("acted_by").asString()).isEqualTo("@payer");
        assertThat(transfer.get("amount").toString()).isEqualTo("{\"amount\":\"0.0101\",\"currency\":\"USD\"}");
        assertThat(transfer.get("amount_posted")).isEqualTo(transfer.get("amount"));
        assertThat(transfer.get("message").asString()).isEqualTo("Grüße");
        assertThat(transfer.get("metadata").toString()).isEqualTo("{\"order\":17,\"tags\":[\"a\"]}");
        assertThat(transfer.get("created_at").asString()).matches("2026-.*Z");
        assertThat(transfer.get("expires_at").isNull()).isTrue();
        assertThat(transfer.get("sequence").asLong()).isEqualTo(1);
        String path = PATH + "/" + transfer.get("id").asString();
        assertThat(payer.get(path).expect(200).json()).isEqualTo(transfer);
        assertThat(friend.get(path).expect(200).json()).isEqualTo(transfer);
        ApiClient.of(server, "pat_demo_admin").get(path).expect(404);
    }

    @Test
    void aWalletsIdNamesItsRecipientToo() {
        String wallet = friend.get("/api/v1/me").expect(200).json().get("id").asString();

        JsonNode transfer = payer.post(PATH, body(wallet, "0.01")).expect(201).json();

        assertThat(transfer.get("recipient").asString()).isEqualTo("@friend");
    }

    @Test
    void cashForAnUnconfirmedAddressWaits() {
        JsonNode transfer =
                payer.post(PATH, body("Niece@Example.Test", "0.01")).expect(201).json();

        assertThat(transfer.get("state").asString()).isEqualTo("waiting");
        assertThat(transfer.get("kind").asString()).isEqualTo("gift");
        assertThat(transfer.get("recipient").asString()).isEqualTo("niece@example.test");
        assertThat(transfer.get("amount_posted").get("amount").asString()).isEqualTo("0.00");
        assertThat(transfer.get("expires_at").isNull()).isFalse();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | invalid_request | recipient",
                "{} | invalid_request | amount",
                "{\"recipient\":\"@nobody-at-all\",\"amount\":{\"amount\":\"1\",\"currency\":\"USD\"}}"
                        + " | recipient_unknown | recipient",
                "{\"recipient\":\"@payer\",\"amount\":{\"amount\":\"1\",\"currency\":\"USD\"}}"
                        + " | invalid_request | recipient",
                "{\"recipient\":\"@friend\",\"amount\":{\"amount\":\"0\",\"currency\":\"USD\"}}"
                        + " | invalid_request | amount",
                "{\"recipient\":\"@friend\",\"amount\":{\"amount\":\"-1\",\"currency\":\"USD\"}}"
                        + " | invalid_request | amount",
                "{\"recipient\":\"@friend\",\"amount\":{\"amount\":\"0.00001\",\"currency\":\"USD\"}}"
                        + " | invalid_request | amount",
                "{\"recipient\":\"@friend\",\"amount\":{\"amount\":\"1\",\"currency\":\"ZZZ\"}}"
                        + " | invalid_request | amount.currency",
                "{\"recipient\":\"@friend\",\"amount\":{\"amount\":\"1\"}} | invalid_request | amount.currency",
                "{\"recipient\":\"@friend\",\"amount\":{\"amount\":1,\"currency\":\"USD\"}}"
                        + " | invalid_request | amount.amount",
                "{\"recipient\":\"@friend\",\"amount\":\"1\"} | invalid_request | amount",
                "{\"recipient\":\"@friend\",\"amount\":{\"amount\":\"1\",\"currency\":\"USD\"},\"mode\":\"later\"}"
                        + " | invalid_request | mode",
                "{\"recipient\":\"@friend\",\"amount\":{\"amount\":\"1\",\"currency\":\"USD\"},\"metadata\":[1]}"
                        + " | invalid_request | metadata",
                "{\"recipient\":\"@friend\",\"amount\":{\"amount\":\"1\",\"currency\":\"USD\"},"
                        + "\"expires_in_seconds\":0} | invalid_request | expires_in_seconds",
            })
    void aFaultyBodyIsRefusedByField(String body, String code, String field) {
        Reply refused = payer.post(PATH, body).expect(422);

        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().get("code").asString()).isEqualTo(code);
        assertThat(refused.json().get("errors"))
                .anySatisfy(error -> assertThat(error.get("field").asString()).isEqualTo(field));
    }

    @Test
    void moreThanOneHasIsInsufficientFunds() {
        assertThat(payer.post(PATH, body("@friend", "1000000"))
                        .expect(422)
                        .json()
                        .get("code")
                        .asString())
                .isEqualTo("insufficient_funds");
    }

    @Test
    void aFrozenWalletIsSaidToBe() {
        ApiClient admin = ApiClient.of(server, "pat_demo_admin");
        payer.post(PATH, body("@ada-office", "0.02")).expect(201);
        Rows.execute(
                server,
                "update accounts set frozen = true where owner_id ="
                        + " (select id from profiles where handle = 'ada-office')");

        assertThat(admin.post(PATH, body("@friend", "0.01"))
                        .expect(422)
                        .json()
                        .get("code")
                        .asString())
                .isEqualTo("account_frozen");
    }

    @Test
    void theSameKeyAndBodyReplaysTheFirstAnswerAndMovesOnce() {
        Optional<String> key = newKey();
        String before = friend.balance();

        Reply first = payer.post(PATH, body("@friend", "0.01"), key).expect(201);
        Reply second = payer.post(PATH, body("@friend", "0.01"), key).expect(201);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(cents(friend.balance()) - cents(before)).isEqualTo(1);
    }

    private static long cents(String balance) {
        return new java.math.BigDecimal(balance.substring(0, balance.indexOf(' ')))
                .movePointRight(2)
                .longValue();
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        Optional<String> key = newKey();
        payer.post(PATH, body("@friend", "0.01"), key).expect(201);

        Reply refused = payer.post(PATH, body("@friend", "0.02"), key).expect(422);

        assertThat(refused.json().get("code").asString()).isEqualTo("idempotency_key_reused");
    }

    @Test
    void aKeyIsItsOwnersAlone() {
        Optional<String> key = newKey();
        payer.post(PATH, body("@ada-office", "0.01"), key).expect(201);

        Reply other = friend.post(PATH, body("@ada-office", "0.01"), key).expect(201);

        assertThat(other.header("Idempotent-Replayed")).isEmpty();
        assertThat(other.json().get("sender").asString()).isEqualTo("@friend");
    }

    @Test
    void whatWasDecidedAgainstIsReplayedToo() {
        Optional<String> key = newKey();

        Reply first = payer.post(PATH, body("@friend", "1000000"), key).expect(422);
        Reply second = payer.post(PATH, body("@friend", "1000000"), key).expect(422);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(second.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void twinsThatArriveAtOnceMoveOnceAndGetOneAnswer() {
        Optional<String> key = newKey();
        String before = friend.balance();

        List<Reply> replies = IntStream.range(0, 16)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> ApiClient.of(server, "pat_demo_payer").post(PATH, body("@friend", "0.01"), key)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(replies).extracting(Reply::status).containsOnly(201);
        assertThat(replies.stream().map(Reply::body).distinct()).hasSize(1);
        assertThat(replies.stream()
                        .filter(reply -> reply.header("Idempotent-Replayed").isEmpty()))
                .hasSize(1);
        assertThat(cents(friend.balance()) - cents(before)).isEqualTo(1);
        String id = replies.get(0).json().get("id").asString();
        assertThat(number(server, "select count(*) from events where data like '%" + id + "%'"))
                .isEqualTo(1);
    }

    @Test
    void aKeyThatIsTooLongOrEmptyIsRefused() {
        payer.post(PATH, body("@friend", "0.01"), Optional.of("k".repeat(255))).expect(201);
        payer.post(PATH, body("@friend", "0.01"), Optional.of("k".repeat(256))).expect(422);
        payer.post(PATH, body("@friend", "0.01"), Optional.of(" ")).expect(422);
    }

    @Test
    void withoutAValidTokenNothingIsSaidOrDone() {
        Reply refused = ApiClient.of(server, "pat_nonsense")
                .post(PATH, body("@friend", "0.01"))
                .expect(401);

        assertThat(refused.json().get("code").asString()).isEqualTo("unauthorized");
    }

    @Test
    void whatIsNoTransferOfOnesOwnIsNotFound() {
        payer.get(PATH + "/tr_" + "0".repeat(28)).expect(404);
        payer.get(PATH + "/nonsense").expect(404);
    }
}
