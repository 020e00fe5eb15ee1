package cash.tuppence.wallet.api;

import static cash.tuppence.wallet.Rows.number;
import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.app.config.Setting;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The payer's account is locked by somebody else, so that the posting stage cannot go on. */
class OverloadTest {
    private static final String PATH = "/api/v1/transfers";
    private static final String PENNY =
            "{\"recipient\":\"@friend\",\"amount\":{\"amount\":\"0.01\",\"currency\":\"USD\"}}";

    private TestServer server;
    private ApiClient payer;

    private void start(String mostQueued, String deadlineSeconds) {
        server = TestServer.with(Setting.LEDGER_MOST_QUEUED, mostQueued)
                .and(Setting.LEDGER_DEADLINE_SECONDS, deadlineSeconds)
                .withOneThread()
                .start();
        payer = ApiClient.of(server, "pat_demo_payer");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private CompletableFuture<Reply> later(String path, String body, String key) {
        return CompletableFuture.supplyAsync(() -> payer.post(path, body, Optional.of(key)));
    }

    private Reply send(String body, String key) {
        return payer.post(PATH, body, Optional.of(key));
    }

    private static String batch(int size) {
        return "{\"transfers\":[" + String.join(",", Collections.nCopies(size, PENNY)) + "]}";
    }

    private static String code(JsonNode problem) {
        return problem.get("code").asString();
    }

    private Connection lockThePayer() throws SQLException {
        Connection connection = server.database().connect();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select * from accounts where owner_id ="
                    + " (select id from profiles where handle = 'payer') for update");
        }
        return connection;
    }

    private void awaitNumber(long expected, String sql) {
        long until = System.nanoTime() + 10_000_000_000L;
        while (number(server, sql) < expected) {
            assertThat(System.nanoTime()).as(sql).isLessThan(until);
        }
    }

    private void awaitStageAtTheLock() {
        // InnoDB's own tables would answer from memory for as long as they are asked without a pause.
        awaitNumber(
                1,
                "select variable_value from information_schema.global_status"
                        + " where variable_name = 'INNODB_ROW_LOCK_CURRENT_WAITS'");
    }

    private long pennies() {
        return number(server, "select count(*) from transfers where amount = 100");
    }

    @Test
    void whatFindsTheQueueFullIsToldToComeBackAndNothingOfItIsDone() throws Exception {
        start("2", "30");
        CompletableFuture<Reply> first;
        CompletableFuture<Reply> batch;
        Reply twin;
        try (Connection lock = lockThePayer()) {
            first = later(PATH, PENNY, "first");
            awaitStageAtTheLock();
            twin = send(PENNY, "first");
            assertThat(send(PENNY.replace("0.01", "0.02"), "first").expect(422).body())
                    .contains("idempotency_key_reused");
            batch = later(PATH + "/batch", batch(5), "batch");
            awaitNumber(1, "select count(*) from idempotency_records where status = 0");
            // There is but one thread: whatever comes now, comes when the batch has filled the queue.
            Reply refused = send(PENNY, "refused").expect(503);
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
            assertThat(code(refused.json())).isEqualTo("overloaded");
            payer.post(PATH + "/batch", batch(2), Optional.of("whole")).expect(503);
            lock.rollback();
        }
        assertThat(twin.expect(409).json().get("code").asString()).isEqualTo("idempotency_in_progress");
        String id = first.join().expect(201).json().get("id").asString();
        assertThat(send(PENNY, "first").expect(201).json().get("id").asString()).isEqualTo(id);
        assertTheRestOfTheBatchIsDoneOnce(batch.join());
        send(PENNY, "refused").expect(201);
        payer.post(PATH + "/batch", batch(2), Optional.of("whole")).expect(200);
        assertThat(pennies()).isEqualTo(1 + 5 + 1 + 2);
    }

    private void assertTheRestOfTheBatchIsDoneOnce(Reply reply) {
        JsonNode partly = reply.expect(200).json().get("results");
        assertThat(partly.get(0).has("transfer") && partly.get(1).has("transfer"))
                .isTrue();
        for (int i = 2; i < 5; i++) {
            assertThat(code(partly.get(i).get("error"))).isEqualTo("overloaded");
        }
        JsonNode all = partly;
        for (int done = 2; done < 5; done += 2) {
            // However little fits at a time, each try does more of it.
            all = payer.post(PATH + "/batch", batch(5), Optional.of("batch"))
                    .expect(200)
                    .json()
                    .get("results");
        }
        assertThat(all.get(0)).isEqualTo(partly.get(0));
        assertThat(all.get(1)).isEqualTo(partly.get(1));
        assertThat(all).allSatisfy(result -> assertThat(result.has("transfer")).isTrue());
    }

    @Test
    void whatTheDatabaseCannotDecideInTimeIsUnknownUntilItIsSentAgain() throws Exception {
        start("10", "1");
        try (Connection lock = lockThePayer()) {
            Reply reply = send(PENNY, "late").expect(503);
            assertThat(code(reply.json())).isEqualTo("overloaded");
            assertThat(reply.header("Retry-After")).isEqualTo("1");
            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
            payer.post(PATH + "/batch", batch(2), Optional.of("late")).expect(503);
            lock.rollback();
        }
        send(PENNY, "late").expect(201);
        payer.post(PATH + "/batch", batch(2), Optional.of("late")).expect(200);
        assertThat(pennies()).isEqualTo(3);
    }
}
