package cash.tuppence.ledger.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.ledger.LimitTable;
import cash.tuppence.ledger.Movement;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.Outcome;
import cash.tuppence.ledger.Posting;
import cash.tuppence.testing.LedgerFixture;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StageWatchTest {
    private final LedgerFixture fixture = new LedgerFixture();
    private final Diary diary = new Diary();
    private final Stage stage = new Stage(
            fixture.database,
            new Rules(List.of(new FreezeGuard()), LimitTable.EMPTY, List.of()),
            fixture.keys,
            fixture.clock,
            new StageLimits(1, 1),
            () -> {},
            diary);
    private final long alice = fixture.walletWith(100);
    private final long bob = fixture.walletWith(0);

    @AfterEach
    void close() {
        stage.close();
        fixture.close();
    }

    @Test
    void isToldWhatWasDecidedAndWhereTheTimeWent() {
        stage.post(posting(alice, bob, 60));
        stage.post(posting(alice, bob, 60));

        assertThat(diary.paces).extracting(StageWatch.Pace::accepted).containsExactly(1, 0);
        assertThat(diary.paces).extracting(StageWatch.Pace::refused).containsExactly(0, 1);
        assertThat(diary.paces)
                .allMatch(pace -> pace.lockNanos() > 0
                        && pace.decideNanos() > 0
                        && pace.writeNanos() > 0
                        && pace.commitNanos() > 0);
    }

    @Test
    void aFullQueueTurnsAwayAndNothingOfItIsHalfDone() throws SQLException, InterruptedException {
        List<CompletableFuture<Outcome>> taken = new ArrayList<>();
        try (Connection other = fixture.schema.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select id from accounts where id = " + alice + " for update");
            taken.add(stage.submit(posting(alice, bob, 1)));
            // The first stands before the lock, tries again and again, and so the second is all that may wait.
            assertThat(diary.firstRetry.await(10, TimeUnit.SECONDS)).isTrue();
            taken.add(stage.submit(posting(alice, bob, 1)));

            assertThat(stage.queued()).isEqualTo(1);
            assertThatThrownBy(() -> stage.submit(posting(alice, bob, 1)))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.reason()).isEqualTo(Reason.OVERLOADED));
            assertThat(diary.turnedAway).hasValue(1);
            other.rollback();
        }

        assertThat(taken)
                .allSatisfy(answer -> assertThat(answer)
                        .succeedsWithin(Duration.ofSeconds(10))
                        .isInstanceOf(Outcome.Accepted.class));
        assertThat(fixture.balance(bob)).isEqualTo(2);
        assertThat(stage.queued()).isZero();
    }

    private Posting posting(long from, long to, long cents) {
        Movement.Transfer transfer = fixture.send(from, to, cents);
        return Posting.of(OperationId.random(), transfer);
    }

    /** What the stage told, in order. */
    private static final class Diary implements StageWatch {
        private final List<Pace> paces = Collections.synchronizedList(new ArrayList<>());
        private final CountDownLatch firstRetry = new CountDownLatch(1);
        private final AtomicInteger turnedAway = new AtomicInteger();

        @Override
        public void committed(Pace pace) {
            paces.add(pace);
        }

        @Override
        public void retried() {
            firstRetry.countDown();
        }

        @Override
        public void turnedAway() {
            turnedAway.incrementAndGet();
        }
    }
}
