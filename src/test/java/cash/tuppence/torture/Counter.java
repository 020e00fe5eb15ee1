package cash.tuppence.torture;

import cash.tuppence.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Adds up all balances in one snapshot, over and over, while cash moves: the sum never changes. */
final class Counter implements AutoCloseable {
    private static final String SUMS = "select sum(balance), sum(if(type = 'wallet', balance, 0)),"
            + " sum(type = 'wallet' and balance < held), sum(held < 0) from accounts";
    private static final int PAUSE_MILLIS = 2;

    private final TestDatabase database;
    private final Tally tally;
    private final long inWallets;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this::work, "counter");

    /**
     * @param inWallets what all wallets hold together, in units
     */
    Counter(TestDatabase database, long inWallets, Tally tally) {
        this.database = database;
        this.inWallets = inWallets;
        this.tally = tally;
        thread.start();
    }

    private void work() {
        try {
            while (!stop.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                countUntilDisconnected();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("the counter is not to be interrupted", e);
        }
    }

    private void countUntilDisconnected() throws InterruptedException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            while (!stop.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                count(statement);
            }
        } catch (SQLException e) {
            // The database was killed: it is counted on when it is back.
            tally.require(!e.getMessage().contains("syntax"), "%s", e);
        }
    }

    private void count(Statement statement) throws SQLException {
        try (ResultSet sums = statement.executeQuery(SUMS)) {
            sums.next();
            boolean right = sums.getLong(1) == 0
                    && sums.getLong(2) == inWallets
                    && sums.getLong(3) == 0
                    && sums.getLong(4) == 0;
            tally.require(
                    right,
                    "in one snapshot all is %d, in wallets %d; %d promise too much, %d less than nothing",
                    sums.getLong(1),
                    sums.getLong(2),
                    sums.getLong(3),
                    sums.getLong(4));
            tally.add(Tally.Count.SNAPSHOTS);
        }
    }

    @Override
    public void close() throws InterruptedException {
        stop.countDown();
        thread.join();
    }
}
