package cash.tuppence.wallet.api;

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

/** Two nodes on one database: what is sent to either under one key happens once. */
class IdempotencyTest {
    private static final String PATH = "/api/v1/transfers";
    private static final String PENNY =
            "{\"recipient\":\"@friend\",\"amount\":{\"amount\":\"0.01\",\"currency\":\"USD\"}}";

    private static TestServer one;
    private static TestServer other;

    @BeforeAll
    static void open() {
        one = TestServer.start();
        other = one.again();
    }

    @AfterAll
    static void close() {
        other.close();
        one.close();
    }

    private final Optional<String> key = Optional.of("key-" + System.nanoTime());

    private static ApiClient payer(TestServer node) {
        return ApiClient.of(node, "pat_demo_payer");
    }

    private static long transfers() {
        return Rows.number(one, "select count(*) from transfers");
    }

    private static void assertReplayed(Reply first, Reply again) {
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void anotherNodeAndOneThatIsStartedLaterReplayWhatWasAnswered() {
        Reply sent = payer(one).post(PATH, PENNY, key).expect(201);
        Reply batch = payer(one)
                .post(PATH + "/batch", "{\"transfers\":[" + PENNY + "," + PENNY + "]}", key)
                .expect(200);

        try (TestServer later = one.again()) {
            for (TestServer node : List.of(other, later)) {
                assertReplayed(sent, payer(node).post(PATH, PENNY, key));
                assertReplayed(
                        batch, payer(node).post(PATH + "/batch", "{\"transfers\":[" + PENNY + "," + PENNY + "]}", key));
            }
        }
    }

    @Test
    void twinsOnTwoNodesAtOnceMoveOnceAndGetOneAnswer() {
        long before = transfers();
        String batch = "{\"transfers\":[" + PENNY + "," + PENNY + "," + PENNY + "]}";

        for (String path : List.of(PATH, PATH + "/batch")) {
            List<Reply> replies = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> payer(i % 2 == 0 ? one : other).post(path, path.equals(PATH) ? PENNY : batch, key)))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(replies).extracting(Reply::status).allMatch(status -> status == 200 || status == 201);
            assertThat(replies.stream().map(Reply::body).distinct()).hasSize(1);
        }

        assertThat(transfers() - before).isEqualTo(1 + 3);
    }

    @Test
    void aFaultyBodyLeavesItsKeyFree() {
        String faulty = PENNY.replace("0.01", "0.00001");
        payer(one).post(PATH, faulty, key).expect(422);
        payer(one).post(PATH + "/batch", "{\"transfers\":[]}", key).expect(422);

        payer(one).post(PATH, PENNY, key).expect(201);

        assertThat(payer(other).post(PATH, faulty, key).expect(422).body()).contains("idempotency_key_reused");
    }

    @Test
    void whatWouldBeAFaultByNowIsStillReplayed() {
        Reply sent = payer(one).post(PATH, PENNY, key).expect(201);
        String hold = payer(one)
                .post(PATH, PENNY.replace("}}", "},\"mode\":\"hold\"}"))
                .expect(201)
                .json()
                .get("id")
                .asString();
        Reply posted = payer(one).post(PATH + "/" + hold + "/post", "{}", key).expect(200);
        Rows.execute(one, "update profiles set handle = 'friend-of-old' where handle = 'friend'");
        try (TestServer later = one.again()) {
            assertReplayed(sent, payer(later).post(PATH, PENNY, key));
            assertReplayed(posted, payer(later).post(PATH + "/" + hold + "/post", "{}", key));
            payer(later).post(PATH, PENNY).expect(422);
        } finally {
            Rows.execute(one, "update profiles set handle = 'friend' where handle = 'friend-of-old'");
        }
    }

    @Test
    void anotherPathIsAnotherKey() {
        String hold = payer(one)
                .post(PATH, PENNY.replace("}}", "},\"mode\":\"hold\"}"), key)
                .expect(201)
                .json()
                .get("id")
                .asString();

        payer(one).post(PATH + "/" + hold + "/void", "{}", key).expect(200);
        payer(one).post(PATH + "/" + hold + "/post", "{}", key).expect(409);
    }
}
