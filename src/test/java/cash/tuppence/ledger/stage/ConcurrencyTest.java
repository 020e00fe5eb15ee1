package cash.tuppence.ledger.stage;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.ledger.Outcome;
import cash.tuppence.ledger.audit.Audit;
import cash.tuppence.testing.LedgerFixture;
import cash.tuppence.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Many at once, on two nodes of one database, with somebody counting all the while. */
class ConcurrencyTest {
    private static final int THREADS = 8;
    private static final int TRANSFERS_EACH = 250;

    @Test
    void twoNodesMoveCashAmongTheSameAccountsAndEverySnapshotHoldsEveryCent() throws Exception {
        TestDatabase schema = TestDatabase.fresh();
        try (LedgerFixture one = new LedgerFixture(schema, StageLimits.DEFAULT);
                LedgerFixture two = new LedgerFixture(schema, StageLimits.DEFAULT)) {
            List<Long> wallets = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                wallets.add(one.walletWith(100));
            }
            AtomicBoolean done = new AtomicBoolean();
            ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1);
            Future<Boolean> counted = threads.submit(() -> countUntil(done, one));
            List<Callable<Integer>> senders = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                LedgerFixture node = i % 2 == 0 ? one : two;
                senders.add(() -> sendAtRandom(node, wallets));
            }
            int accepted = 0;
            for (Future<Integer> sender : threads.invokeAll(senders)) {
                accepted += sender.get();
            }
            done.set(true);

            assertThat(counted.get()).isTrue();
            threads.shutdown();
            assertThat(one.count("select count(*) from transfers where kind = 'send'"))
                    .isEqualTo(accepted);
            assertThat(one.count("select count(*) from operations")).isEqualTo(6 + THREADS * TRANSFERS_EACH);
            assertThat(one.audit()).allMatch(Audit.Check::holds);
        }
    }

    private static int sendAtRandom(LedgerFixture node, List<Long> wallets) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int accepted = 0;
        for (int i = 0; i < TRANSFERS_EACH; i++) {
            int from = random.nextInt(wallets.size());
            int to = (from + 1 + random.nextInt(wallets.size() - 1)) % wallets.size();
            Outcome outcome = node.post(node.send(wallets.get(from), wallets.get(to), random.nextInt(1, 80)));
            accepted += outcome instanceof Outcome.Accepted ? 1 : 0;
        }
        return accepted;
    }

    private static boolean countUntil(AtomicBoolean done, LedgerFixture node) throws Exception {
        boolean always = true;
        while (!done.get()) {
            always &= node.count("select sum(balance) from accounts where type = 'wallet'") == 6 * 100 * 100L;
        }
        return always;
    }
}
