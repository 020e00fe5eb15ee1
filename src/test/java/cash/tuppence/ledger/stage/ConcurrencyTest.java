package cash.tuppence.ledger.stage;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.Outcome;
import cash.tuppence.ledger.Posting;
import cash.tuppence.ledger.audit.Audit;
import cash.tuppence.testing.LedgerFixture;
import cash.tuppence.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many at once, on one node and on two of one database, with somebody counting all the while. */
class ConcurrencyTest {
    private static final int THREADS = 8;
    private static final int TRANSFERS_EACH = 400;
    private static final int AT_ONCE = 20;
    private static final int WALLETS = 6;
    private static final long CENTS_EACH = 100;
    private static final int LEAST_SNAPSHOTS = 20;

    /** Who sends to whom. */
    enum Pattern {
        RING {
            @Override
            int[] next(int number) {
                return new int[] {number % WALLETS, (number + 1) % WALLETS};
            }
        },
        HOT {
            @Override
            int[] next(int number) {
                int other = 1 + number % (WALLETS - 1);
                return number % 3 == 0 ? new int[] {0, other} : new int[] {other, 0};
            }
        },
        RANDOM {
            @Override
            int[] next(int number) {
                int from = ThreadLocalRandom.current().nextInt(WALLETS);
                return new int[] {from, (from + 1 + number % (WALLETS - 1)) % WALLETS};
            }
        };

        abstract int[] next(int number);
    }

    @ParameterizedTest
    @CsvSource({"RING, 1", "RING, 2", "HOT, 1", "HOT, 2", "RANDOM, 1", "RANDOM, 2"})
    void everySnapshotHoldsEveryCentWhoeverSendsToWhom(Pattern pattern, int nodes) throws Exception {
        TestDatabase schema = TestDatabase.fresh();
        try (LedgerFixture one = new LedgerFixture(schema, StageLimits.DEFAULT);
                LedgerFixture two = new LedgerFixture(schema, StageLimits.DEFAULT)) {
            List<Long> wallets = new ArrayList<>();
            for (int i = 0; i < WALLETS; i++) {
                wallets.add(one.walletWith(CENTS_EACH));
            }
            AtomicBoolean done = new AtomicBoolean();
            ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1);
            Future<Integer> counted = threads.submit(() -> countUntil(done, schema));
            List<Callable<Integer>> senders = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                LedgerFixture node = i % nodes == 0 ? one : two;
                senders.add(() -> send(node, wallets, pattern));
            }
            int accepted = 0;
            for (Future<Integer> sender : threads.invokeAll(senders)) {
                accepted += sender.get();
            }
            done.set(true);

            assertThat(counted.get()).as("snapshots while cash moved").isGreaterThan(LEAST_SNAPSHOTS);
            threads.shutdown();
            assertThat(one.count("select count(*) from transfers where kind = 'send'"))
                    .isEqualTo(accepted)
                    .isPositive();
            assertThat(one.count("select count(*) from operations")).isEqualTo(WALLETS + THREADS * TRANSFERS_EACH);
            assertThat(one.audit()).allMatch(Audit.Check::holds);
        }
    }

    private static int send(LedgerFixture node, List<Long> wallets, Pattern pattern) {
        int accepted = 0;
        for (int sent = 0; sent < TRANSFERS_EACH; sent += AT_ONCE) {
            List<CompletableFuture<Outcome>> batch = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                int[] pair = pattern.next(sent + i);
                long cents = ThreadLocalRandom.current().nextInt(1, 80);
                batch.add(node.ledger.submit(Posting.of(
                        OperationId.random(), node.send(wallets.get(pair[0]), wallets.get(pair[1]), cents))));
            }
            accepted += batch.stream()
                    .map(CompletableFuture::join)
                    .filter(Outcome.Accepted.class::isInstance)
                    .count();
        }
        return accepted;
    }

    /** How many snapshots were taken between the first transfer and the last. */
    private static int countUntil(AtomicBoolean done, TestDatabase schema) throws SQLException {
        int snapshots = 0;
        try (Connection connection = schema.connect();
                Statement statement = connection.createStatement()) {
            while (!done.get()) {
                count(statement);
                snapshots++;
            }
        }
        return snapshots;
    }

    private static void count(Statement statement) throws SQLException {
        try (ResultSet sums = statement.executeQuery(
                "select sum(balance), sum(balance < held), sum(held < 0)" + " from accounts where type = 'wallet'")) {
            sums.next();
            assertThat(sums.getLong(1)).isEqualTo(WALLETS * CENTS_EACH * 100);
            assertThat(sums.getLong(2) + sums.getLong(3)).isZero();
        }
    }
}
