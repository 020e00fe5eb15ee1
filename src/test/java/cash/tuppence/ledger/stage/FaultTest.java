package cash.tuppence.ledger.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cash.tuppence.core.Reason;
import cash.tuppence.db.SqlText;
import cash.tuppence.ledger.Attachment;
import cash.tuppence.ledger.Companion;
import cash.tuppence.ledger.Draft;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.Outcome;
import cash.tuppence.ledger.Posting;
import cash.tuppence.ledger.PostingFailed;
import cash.tuppence.ledger.audit.Audit;
import cash.tuppence.testing.LedgerFixture;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deadlocks, locks that others keep, and connections that an operator kills: each caller hears what became of it. */
class FaultTest {
    private static final int PATIENCE_SECONDS = 10;
    private static final String STAGE_WAITS = "select count(*) from information_schema.innodb_trx join"
            + " information_schema.processlist on id = trx_mysql_thread_id where trx_state = 'LOCK WAIT' and db = '%s'";

    private final Between between = new Between();
    private final LedgerFixture fixture = new LedgerFixture(between);
    private final long alice = fixture.walletWith(1_000);
    private final long bob = fixture.walletWith(0);
    private Connection other;

    @BeforeEach
    void connectOther() throws SQLException {
        other = fixture.schema.connect();
        other.setAutoCommit(false);
    }

    @AfterEach
    void everyCentIsThere() throws SQLException {
        other.close();
        assertThat(fixture.audit()).allMatch(Audit.Check::holds);
        fixture.close();
    }

    @Test
    void aBatchThatIsADeadlocksVictimIsDoneAllTheSame() throws Exception {
        fixture.execute("create table ballast (id int primary key)");
        long before = deadlocks();
        execute("insert into ballast select seq from seq_1_to_200");
        lock(bob);
        CompletableFuture<Outcome> outcome = send(5);
        awaitStageWaits();
        lock(alice);
        other.rollback();

        assertThat(outcome.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isInstanceOf(Outcome.Accepted.class);
        assertThat(deadlocks()).isGreaterThan(before);
        assertThat(fixture.balance(bob)).isEqualTo(5);
    }

    @Test
    void aLockThatSomebodyKeepsForLongDelaysAndLosesNothing() throws Exception {
        lock(bob);
        List<CompletableFuture<Outcome>> sent = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            sent.add(send(1));
        }
        long waits = lockWaits();
        awaitUntil(() -> lockWaits() > waits + 1);
        assertThat(sent).noneMatch(CompletableFuture::isDone);
        other.rollback();

        for (CompletableFuture<Outcome> outcome : sent) {
            assertThat(outcome.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isInstanceOf(Outcome.Accepted.class);
        }
        assertThat(fixture.balance(bob)).isEqualTo(20);
    }

    @Test
    void pastItsDeadlineAPostingFailsWithNothingDoneAndGoesThroughWhenItIsSentAgain() throws Exception {
        Posting posting = Posting.of(OperationId.random(), fixture.send(alice, bob, 5));
        try (LedgerFixture hasty =
                new LedgerFixture(fixture.schema, new StageLimits(1_000, 20_000, Duration.ofMillis(300)))) {
            lock(bob);
            CompletableFuture<Outcome> late = hasty.ledger.submit(posting);
            assertThatThrownBy(() -> late.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(PostingFailed.class);
            other.rollback();
            assertThat(fixture.balance(bob)).isZero();

            Outcome again = hasty.ledger.post(posting);

            assertThat(again).isInstanceOf(Outcome.Accepted.class);
            assertThat(again.replayed()).isFalse();
        }
        assertThat(fixture.ledger.post(posting).replayed()).isTrue();
        assertThat(fixture.balance(bob)).isEqualTo(5);
    }

    @Test
    void aConnectionThatIsKilledBeforeABatchIsReplaced() throws Exception {
        send(1).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        killAllButThis();

        assertThat(send(2).get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isInstanceOf(Outcome.Accepted.class);
        assertThat(fixture.balance(bob)).isEqualTo(3);
    }

    @Test
    void aConnectionThatIsKilledBetweenTheTripsLeavesNothingAndTheBatchIsDoneAgain() throws Exception {
        between.first = this::killAllButThis;

        Outcome outcome = submit(5, new Here()).get(PATIENCE_SECONDS, TimeUnit.SECONDS);

        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        assertThat(outcome.replayed()).isFalse();
        assertThat(between.rounds).isEqualTo(2);
        assertThat(fixture.balance(bob)).isEqualTo(5);
        assertThat(fixture.count("select count(*) from transfers where kind = 'send'"))
                .isEqualTo(1);
    }

    @Test
    void connectionsThatAreKilledAtAnyMomentLoseNothingAndDoubleNothing() throws Exception {
        List<CompletableFuture<Outcome>> sent = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            for (int j = 0; j < 10; j++) {
                sent.add(send(1));
            }
            killAllButThis();
        }

        for (CompletableFuture<Outcome> outcome : sent) {
            Outcome known = outcome.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(known).isInstanceOf(Outcome.Accepted.class);
            assertThat(known.replayed()).isFalse();
        }
        assertThat(fixture.balance(bob)).isEqualTo(400);
    }

    private CompletableFuture<Outcome> send(long cents) {
        return submit(cents);
    }

    private CompletableFuture<Outcome> submit(long cents, Attachment... attachments) {
        return fixture.ledger.submit(Posting.of(OperationId.random(), fixture.send(alice, bob, cents), attachments));
    }

    private void lock(long account) throws SQLException {
        execute("select id from accounts where id = " + account + " for update");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = other.createStatement()) {
            statement.execute(sql);
        }
    }

    private void awaitStageWaits() throws Exception {
        awaitUntil(() -> fixture.count(String.format(STAGE_WAITS, fixture.schema.name())) > 0);
    }

    private static void awaitUntil(Condition condition) throws Exception {
        long deadlineNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        CountDownLatch never = new CountDownLatch(1);
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadlineNanos);
            never.await(5, TimeUnit.MILLISECONDS);
        }
    }

    private long deadlocks() throws SQLException {
        return status("innodb_deadlocks");
    }

    private long lockWaits() throws SQLException {
        return status("innodb_row_lock_waits");
    }

    private long status(String name) throws SQLException {
        return fixture.count(
                "select variable_value from information_schema.global_status where variable_name = '" + name + "'");
    }

    /** Also those that the pool has ready. */
    private void killAllButThis() throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (Connection killer = fixture.schema.connect();
                Statement statement = killer.createStatement()) {
            try (ResultSet rows = statement.executeQuery("select id from information_schema.processlist where db = '"
                    + fixture.schema.name() + "' and id <> connection_id()")) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            for (long id : ids) {
                kill(statement, id);
            }
        }
    }

    private static void kill(Statement statement, long id) throws SQLException {
        try {
            statement.execute("kill " + id);
        } catch (SQLException e) {
            // It went by itself meanwhile.
            assertThat(e.getErrorCode()).isEqualTo(1094);
        }
    }

    private interface Condition {
        boolean holds() throws SQLException;
    }

    private interface Act {
        void run() throws SQLException;
    }

    private record Here() implements Attachment {}

    /** Does something between a batch's two trips, once. */
    private static final class Between implements Companion<Here> {
        private Act first = () -> {};
        private int rounds;

        @Override
        public Class<Here> attachment() {
            return Here.class;
        }

        @Override
        public Round<Here> begin(List<Here> attachments) {
            return new Round<>() {
                @Override
                public Optional<Reason> decide(Here here, Draft draft) {
                    if (rounds++ == 0) {
                        act();
                    }
                    return Optional.empty();
                }

                @Override
                public void take(Here here, Draft draft) {}

                @Override
                public Optional<SqlText> write() {
                    return Optional.empty();
                }
            };
        }

        private void act() {
            try {
                first.run();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
