package cash.tuppence.ledger.stage;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.db.SqlText;
import cash.tuppence.ledger.Attachment;
import cash.tuppence.ledger.Companion;
import cash.tuppence.ledger.Draft;
import cash.tuppence.ledger.Limits;
import cash.tuppence.ledger.Movement;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.Outcome;
import cash.tuppence.ledger.Posting;
import cash.tuppence.ledger.TransferState;
import cash.tuppence.ledger.audit.Audit;
import cash.tuppence.testing.CutProxy;
import cash.tuppence.testing.LedgerFixture;
import cash.tuppence.testing.TestDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes, many requests at once, requests that come twice, wires that are cut: what was sent is what was counted. */
class LimitsAtOnceTest {
    private static final int LIMITED = 1;
    private static final int MOST_A_DAY = 100;
    private static final Limits LIMITS = new Limits(Long.MAX_VALUE, 100_00, MOST_A_DAY * 100, 200_00);

    private final TestDatabase schema = TestDatabase.fresh();
    private final Breaking breaking = new Breaking();
    private CutProxy wire;
    private LedgerFixture one;
    private LedgerFixture other;
    private long alice;
    private long bob;

    @BeforeEach
    void start() throws IOException, SQLException {
        wire = new CutProxy(schema);
        one = new LedgerFixture(schema, wire.url(schema), StageLimits.DEFAULT, breaking);
        other = new LedgerFixture(schema, StageLimits.DEFAULT);
        one.setLimits(LIMITED, LIMITS);
        other.setLimits(LIMITED, LIMITS);
        alice = one.walletWith(100_000);
        bob = one.walletWith(0);
        one.limit(alice, LIMITED);
    }

    @AfterEach
    void whatWasSentIsWhatWasCounted() throws SQLException, IOException {
        long reserved = one.count("select coalesce(sum(if(state = 'posted', amount_posted,"
                + " if(state = 'held', amount, 0))), 0) from transfers where kind <> 'grant'");
        assertThat(one.count("select spent_day from accounts where id = " + alice))
                .isEqualTo(reserved)
                .isLessThanOrEqualTo(LIMITS.day());
        assertThat(one.audit()).allMatch(Audit.Check::holds);
        other.close();
        one.close();
        wire.close();
    }

    @Test
    void tenTransfersAtOnceDoNotPassWhatOneCouldNot() {
        List<CompletableFuture<Outcome>> sent = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            sent.add(submit(one, 15));
        }

        assertThat(accepted(sent)).isEqualTo(6);
        assertThat(one.balance(bob)).isEqualTo(90);
    }

    @Test
    void tenTransfersAtOnceByTwoNodesDoNotPassWhatOneCouldNot() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(10);
        try {
            List<CompletableFuture<Outcome>> sent = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                LedgerFixture node = i % 2 == 0 ? one : other;
                sent.add(CompletableFuture.supplyAsync(() -> node.post(node.send(alice, bob, 15)), threads));
            }

            assertThat(accepted(sent)).isEqualTo(6);
        } finally {
            threads.shutdown();
        }
        assertThat(one.balance(bob)).isEqualTo(90);
    }

    @Test
    void holdsThatComeAndGoOnTwoNodesLeaveExactlyWhatWasReserved() {
        List<CompletableFuture<Outcome>> ends = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            LedgerFixture node = i % 2 == 0 ? one : other;
            LedgerFixture ender = ThreadLocalRandom.current().nextBoolean() ? one : other;
            Movement.Hold hold = node.hold(alice, OptionalLong.of(bob), 1 + i % 7);
            ends.add(node.ledger
                    .submit(node.posting(hold))
                    .thenComposeAsync(outcome -> outcome instanceof Outcome.Refused
                            ? CompletableFuture.completedFuture(outcome)
                            : ender.ledger.submit(ender.posting(end(hold)))));
        }

        assertThat(accepted(ends)).isPositive();
    }

    private Movement end(Movement.Hold hold) {
        return hold.amount().units() % 200 == 0
                ? new Movement.Release(hold.transferId(), alice, TransferState.VOIDED, "", 0)
                : new Movement.Post(hold.transferId(), alice, bob, Optional.empty(), 0);
    }

    @Test
    void whatIsSentTwiceCountsOnceOnAnyNode() {
        Posting posting = Posting.of(OperationId.random(), one.send(alice, bob, 60));

        assertThat(one.ledger.post(posting).replayed()).isFalse();
        assertThat(other.ledger.post(posting).replayed()).isTrue();
        assertThat(one.ledger.post(posting).replayed()).isTrue();
        assertThat(one.balance(bob)).isEqualTo(60);
    }

    @Test
    void aRefusalThatIsSentAgainNamesWhatWasLeftThen() throws SQLException {
        one.post(one.send(alice, bob, 60));
        Posting tooMuch = Posting.of(OperationId.random(), one.send(alice, bob, 41));
        Outcome.Refused first = (Outcome.Refused) one.ledger.post(tooMuch);
        one.post(one.send(alice, bob, 30));

        Outcome.Refused again = (Outcome.Refused) other.ledger.post(tooMuch);

        assertThat(first.denial().amounts().get(1)).isEqualTo(Money.ofMinor(40, Asset.USD));
        assertThat(again).isEqualTo(new Outcome.Refused(first.denial(), true));
    }

    @Test
    void whatWasCommittedThoughItsAnswerIsLostCountsOnce() {
        wire.cutNext(CutProxy.Cut.AFTER_COMMIT);

        assertThat(one.post(one.send(alice, bob, 60))).isInstanceOf(Outcome.Accepted.class);

        assertThat(one.balance(bob)).isEqualTo(60);
    }

    @Test
    void whatDiedBeforeItsCommitCountsOnceWhenItIsDoneAgain() {
        wire.cutNext(CutProxy.Cut.BEFORE_COMMIT);

        assertThat(one.post(one.send(alice, bob, 60))).isInstanceOf(Outcome.Accepted.class);

        assertThat(one.balance(bob)).isEqualTo(60);
    }

    @Test
    void aBatchThatIsKilledInTheMiddleCountsNothingUntilItIsDoneAgain() {
        breaking.first = this::killStage;

        Outcome outcome = one.ledger.post(Posting.of(OperationId.random(), one.send(alice, bob, 60), new Marked()));

        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        assertThat(breaking.rounds).isEqualTo(2);
    }

    @Test
    void whatIsLeftOutOfABatchSinceItBreaksItIsNotCounted() {
        breaking.first = () -> {
            throw new IllegalStateException("it breaks");
        };
        CompletableFuture<Outcome> broken =
                one.ledger.submit(Posting.of(OperationId.random(), one.send(alice, bob, 60), new Marked()));

        assertThat(broken).failsWithin(Duration.ofSeconds(10));
        assertThat(one.post(one.send(alice, bob, 100))).isInstanceOf(Outcome.Accepted.class);
    }

    private CompletableFuture<Outcome> submit(LedgerFixture node, long cents) {
        return node.ledger.submit(node.posting(node.send(alice, bob, cents)));
    }

    private static long accepted(List<CompletableFuture<Outcome>> sent) {
        return sent.stream()
                .map(CompletableFuture::join)
                .filter(Outcome.Accepted.class::isInstance)
                .count();
    }

    /** Whoever has locks just now: the batch that is under way. */
    private void killStage() throws SQLException {
        long stage = one.count("select trx_mysql_thread_id from information_schema.innodb_trx join"
                + " information_schema.processlist on id = trx_mysql_thread_id where db = '" + schema.name() + "'");
        one.execute("kill " + stage);
    }

    private interface Act {
        void run() throws SQLException;
    }

    private record Marked() implements Attachment {}

    /** Does something between a batch's two trips, the first time it comes by. */
    private static final class Breaking implements Companion<Marked> {
        private Act first = () -> {};
        private int rounds;

        @Override
        public Class<Marked> attachment() {
            return Marked.class;
        }

        @Override
        public Round<Marked> begin(List<Marked> attachments) {
            return new Round<>() {
                @Override
                public void take(Marked marked, Draft draft) {
                    if (rounds++ == 0) {
                        act();
                    }
                }

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
