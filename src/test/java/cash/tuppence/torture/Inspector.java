package cash.tuppence.torture;

import cash.tuppence.db.Transactions;
import cash.tuppence.ledger.audit.Audit;
import cash.tuppence.ledger.audit.Auditor;
import cash.tuppence.ledger.audit.Progress;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.ibatis.exceptions.PersistenceException;

/** Audits from the verified point on, over and over, while cash moves: the proof holds at any moment. */
final class Inspector implements AutoCloseable {
    private static final int PAUSE_MILLIS = 500;

    private final Auditor auditor;
    private final Tally tally;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this::work, "inspector");

    Inspector(Transactions transactions, Tally tally) {
        auditor = new Auditor(transactions, InstantSource.system());
        this.tally = tally;
        thread.start();
    }

    private void work() {
        try {
            while (!stop.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                inspect();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("the inspector is not to be interrupted", e);
        }
    }

    private void inspect() {
        try {
            List<Audit.Check> failed = auditor.since(Progress.UNTOLD).stream()
                    .filter(check -> !check.holds())
                    .toList();
            tally.require(failed.isEmpty(), "an audit in the midst found %s", failed);
            tally.add(Tally.Count.AUDITS_MEANWHILE);
        } catch (PersistenceException e) {
            // The database was killed: it is audited on when it is back.
            tally.require(!e.getMessage().contains("syntax"), "%s", e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        stop.countDown();
        thread.join();
    }
}
