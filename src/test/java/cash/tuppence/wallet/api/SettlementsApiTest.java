package cash.tuppence.wallet.api;

import static cash.tuppence.wallet.Rows.execute;
import static cash.tuppence.wallet.Rows.number;
import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Issue now, settle many later. */
class SettlementsApiTest {
    private static final String PATH = "/api/v1/transfers";
    private static final String JOB = "settle-holds";

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
    private final String friendBefore = friend.balance();

    private String hold(String recipient) {
        return payer.post(
                        PATH,
                        "{\"recipient\":\"" + recipient + "\",\"amount\":{\"amount\":\"0.01\",\"currency\":\"USD\"},"
                                + "\"mode\":\"hold\",\"expires_in_seconds\":60}")
                .expect(201)
                .json()
                .get("id")
                .asString();
    }

    private List<String> holds(int count) {
        return Stream.generate(() -> hold("@friend")).limit(count).toList();
    }

    private static String order(List<String> ids) {
        return ids.stream().collect(Collectors.joining("\",\"", "{\"transfers\":[\"", "\"]}"));
    }

    private static List<JsonNode> results(Reply reply) {
        List<JsonNode> results = new ArrayList<>();
        reply.expect(200).json().get("results").forEach(results::add);
        return results;
    }

    private String state(String id) {
        return payer.get(PATH + "/" + id).expect(200).json().get("state").asString();
    }

    @Test
    void whatWasOrderedIsPostedByTheJobAndTheRecipientHears() {
        List<String> ids = holds(3);

        List<JsonNode> results = results(payer.post(PATH + "/settlements", order(ids)));
        server.runJob(JOB);

        assertThat(results)
                .extracting(result -> result.get("transfer").get("id").asString())
                .containsExactlyElementsOf(ids);
        assertThat(ids).extracting(this::state).containsOnly("posted");
        assertThat(friend.balance()).isNotEqualTo(friendBefore);
        assertThat(number(
                        server,
                        "select count(*) from events where type = 'transfer.received'" + " and data like '%"
                                + ids.get(2) + "%'"))
                .isEqualTo(1);
    }

    @Test
    void whatANodeLeftBehindAnyOtherSettlesOnceThoughAllTryAtOnce() {
        List<String> ids = holds(20);
        // As it stands when a node dies between the order and the posting, its jobs with it.
        execute(server, "update holds set settle_at = '2026-11-01' where settle_at is null");

        try (TestServer other = server.again()) {
            CompletableFuture<Void> there = CompletableFuture.runAsync(() -> other.runJob(JOB));
            server.runJob(JOB);
            there.join();
        }

        assertThat(ids).extracting(this::state).containsOnly("posted");
        assertThat(number(server, "select count(*) from holds where settle_at is not null"))
                .isZero();
        assertThat(number(
                        server,
                        "select count(*) from entries group by transfer_id, account_id having count(*) > 1"
                                + " union all select 0 limit 1"))
                .isZero();
    }

    @Test
    void aHoldThatWasOrderedInTimeDoesNotExpireAndOneThatWasNotDoes() {
        String ordered = hold("@friend");
        String forgotten = hold("@friend");
        long key = number(
                server, "select max(transfer_id) from holds where transfer_id < (select max(transfer_id) from holds)");
        execute(server, "update holds set settle_at = '2100-01-01' where transfer_id = " + key);
        server.clock().advance(Duration.ofMinutes(2));

        server.runJob("expire-holds");
        assertThat(state(ordered)).isEqualTo("held");
        assertThat(state(forgotten)).isEqualTo("expired");

        execute(server, "update holds set settle_at = '2026-11-01' where transfer_id = " + key);
        server.runJob(JOB);
        assertThat(state(ordered)).isEqualTo("posted");
    }

    @Test
    void eachOfThemIsAnsweredInItsPlace() {
        String open = hold("@friend");
        String voided = hold("@friend");
        payer.post(PATH + "/" + voided + "/void", "{}").expect(200);

        List<JsonNode> results =
                results(payer.post(PATH + "/settlements", order(List.of("tr_nothing", voided, open, open))));

        assertThat(results.get(0).get("error").get("code").asString()).isEqualTo("not_found");
        assertThat(results.get(1).get("error").get("code").asString()).isEqualTo("state_conflict");
        assertThat(results.get(2).get("transfer").get("id").asString()).isEqualTo(open);
        assertThat(results.get(3)).isEqualTo(results.get(2));
    }

    @Test
    void onlyTheSenderOrders() {
        String hold = hold("@friend");

        List<JsonNode> results = results(friend.post(PATH + "/settlements", order(List.of(hold))));
        server.runJob(JOB);

        assertThat(results.get(0).get("error").get("code").asString()).isEqualTo("not_found");
        assertThat(state(hold)).isEqualTo("held");
    }

    @Test
    void whatWaitsForSomebodyHasNobodyToSettleItTo() {
        String waiting = hold("stranger@example.test");

        List<JsonNode> results = results(payer.post(PATH + "/settlements", order(List.of(waiting))));

        assertThat(results.get(0).get("error").get("code").asString()).isEqualTo("state_conflict");
        assertThat(state(waiting)).isEqualTo("waiting");
    }

    @Test
    void anOrderOfNoneOrTooManyIsRefused() {
        for (String body : List.of(
                "{}",
                order(List.of()).replace("\"\"", ""),
                order(Stream.generate(() -> "tr_x").limit(1_001).toList()))) {
            JsonNode problem =
                    payer.post(PATH + "/settlements", body).expect(422).json();
            assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo("transfers");
        }
    }
}
