package cash.tuppence.torture;

import cash.tuppence.db.DatabaseFailure;
import cash.tuppence.testing.CutProxy;
import cash.tuppence.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Makes trouble for the nodes all the while: cuts their wires, kills their connections, steals their locks. */
final class Stoker {
    private static final int MOST_PAUSE_MILLIS = 120;

    private final TestDatabase database;
    private final String nodesUser;
    private final List<Long> wallets;
    private final List<CutProxy> wires;
    private final Tally tally;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this::work, "stoker");

    Stoker(TestDatabase database, String nodesUser, List<Long> wallets, List<CutProxy> wires, Tally tally) {
        this.database = database;
        this.nodesUser = nodesUser;
        this.wallets = wallets.stream().sorted().toList();
        this.wires = wires;
        this.tally = tally;
    }

    Stoker start() {
        thread.start();
        return this;
    }

    void stop() throws InterruptedException {
        stop.countDown();
        thread.join();
    }

    private void work() {
        try {
            while (!stop.await(random(MOST_PAUSE_MILLIS), TimeUnit.MILLISECONDS)) {
                makeTrouble();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("the stoker is not to be interrupted", e);
        }
    }

    private void makeTrouble() throws InterruptedException {
        try {
            switch (random(12)) {
                case 0, 1, 2 -> cut(CutProxy.Cut.BEFORE_COMMIT);
                case 3, 4, 5 -> cut(CutProxy.Cut.AFTER_COMMIT);
                case 6, 7, 8 -> killConnection();
                case 9, 10 -> stealInOppositeOrder();
                default -> freezeOrThaw();
            }
        } catch (SQLException e) {
            // The database is down just now, or chose this connection as the victim: trouble enough.
            tally.require(!e.getMessage().contains("syntax"), "%s", e);
        }
    }

    private void cut(CutProxy.Cut where) {
        wires.get(random(wires.size())).cutNext(where);
    }

    /** While a statement runs, between the trips of a batch, or of all connections any. */
    private void killConnection() throws SQLException {
        List<String> choices = List.of(
                "select id from information_schema.processlist where user = '%s' and command = 'Query'",
                "select id from information_schema.processlist join information_schema.innodb_trx"
                        + " on trx_mysql_thread_id = id where user = '%s'",
                "select id from information_schema.processlist where user = '%s'");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            List<Long> ids = new ArrayList<>();
            try (ResultSet rows =
                    statement.executeQuery(String.format(choices.get(random(choices.size())), nodesUser))) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            if (!ids.isEmpty()) {
                statement.execute("kill " + ids.get(random(ids.size())));
                tally.add(Tally.Count.CONNECTIONS_KILLED);
            }
        }
    }

    /**
     * Locks the last account, lets a batch run into it with the first in its hands, and wants that one. What it changed
     * before makes its transaction the heavier one, so that the database chooses the batch as the deadlock's victim.
     */
    private void stealInOppositeOrder() throws SQLException, InterruptedException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("update torture_ballast set weight = weight + 1");
            lock(statement, wallets.get(wallets.size() - 1));
            stop.await(30, TimeUnit.MILLISECONDS);
            lock(statement, wallets.get(0));
            connection.rollback();
        }
    }

    /** For longer than a batch waits for a lock. */
    void hold(long account, int millis) throws InterruptedException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            lock(statement, account);
            stop.await(millis, TimeUnit.MILLISECONDS);
            connection.rollback();
        } catch (SQLException e) {
            // A batch on a busy machine kept the lock for longer than we wait for it.
            tally.require(DatabaseFailure.isPassing(e), "%s", e);
        }
    }

    private static void lock(Statement statement, long account) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select id from accounts where id = " + account + " for update")) {
            rows.next();
        }
    }

    private void freezeOrThaw() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update accounts set frozen = not frozen where id = "
                    + wallets.get(wallets.size() / 2 + random(wallets.size() / 2)));
        }
    }

    private static int random(int bound) {
        return ThreadLocalRandom.current().nextInt(bound);
    }
}
