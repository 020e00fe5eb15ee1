package cash.tuppence.torture;

import cash.tuppence.core.PublicId;
import cash.tuppence.db.Database;
import cash.tuppence.db.DatabaseSettings;
import cash.tuppence.db.Transactions;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.ledger.audit.Audit;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.torture.Call.Purse;
import cash.tuppence.torture.Call.Result;
import cash.tuppence.torture.Tally.Count;
import cash.tuppence.wallet.api.ApiClient;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Rounds of load on whole servers over REST. In the midst of each something is killed, and afterwards every call is looked for. */
final class ServerRounds {
    private static final int RICH = 6;
    private static final int POOR = 2;
    private static final int MOST_ANSWERS_BEFORE = 300;
    private static final int ANSWERS_AFTER = 100;
    private static final int SENT_AGAIN = 40;
    private static final int PATIENCE_SECONDS = 90;
    private static final long UNITS_OF_A_CENT = 100;

    private final Site site;
    private final Tally tally;
    private final List<Purse> purses = new ArrayList<>();
    private final Map<String, Long> units = new HashMap<>();
    private int round;

    ServerRounds(Site site, Tally tally) throws SQLException {
        this.site = site;
        this.tally = tally;
        for (int i = 0; i < RICH + POOR; i++) {
            purses.add(register("torture-" + i, i < RICH ? "1000.00" : "0.50"));
        }
        units.putAll(balances());
    }

    Purse register(String handle, String balance) {
        String body = String.format(
                "{\"name\":\"%s\",\"handle\":\"%s\",\"email\":\"%s@example.test\",\"region\":\"US-UT\","
                        + "\"balance\":{\"amount\":\"%s\",\"currency\":\"USD\"}}",
                handle, handle, handle, balance);
        return new Purse(
                handle,
                new ApiClient(new TestBrowser(site.servers().get(0).url()), "pat_demo_admin")
                        .post("/api/v1/users", body)
                        .expect(201)
                        .json()
                        .get("token")
                        .asString());
    }

    /** One round, as a whole. */
    void run(boolean killServer, boolean killDatabase) throws Exception {
        long lastTransfer = number("select coalesce(max(id), 0) from transfers");
        Callers callers = new Callers(urls(), purses, "round-" + round++, tally);
        await(() -> callers.answered() > random(MOST_ANSWERS_BEFORE));
        ServerProcess first = site.servers().get(0);
        if (killServer) {
            first.kill();
            tally.add(Count.SERVERS_KILLED);
        }
        if (killDatabase) {
            tally.add(Count.DATABASES_KILLED, site.killDatabase() ? 1 : 0);
        }
        if (killServer) {
            first.start();
            first.awaitReady();
        }
        int soFar = callers.answered();
        await(() -> callers.answered() > soFar + ANSWERS_AFTER);
        Map<Call, Result> results = callers.finish();
        sendAgain(callers, results);
        check(results, lastTransfer);
        audit();
    }

    private List<String> urls() {
        return site.servers().stream().map(ServerProcess::url).toList();
    }

    /** What was answered already is answered the same on any server. */
    private void sendAgain(Callers callers, Map<Call, Result> results) {
        results.entrySet().stream().limit(SENT_AGAIN).forEach(sent -> {
            Result again = callers.untilAnswered(sent.getKey());
            tally.require(again.equals(sent.getValue()), "%s was then answered %s", sent, again);
            tally.add(Count.RESENT);
        });
    }

    /** Each call made its transfer once, where it was told so, and nothing else was made. */
    private void check(Map<Call, Result> results, long lastTransfer) throws SQLException {
        Map<String, List<Long>> made = new HashMap<>();
        try (Connection connection = site.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select json_value(metadata, '$.key'), id from transfers where id > "
                                + lastTransfer + " and state = 'posted'")) {
            while (rows.next()) {
                made.computeIfAbsent(rows.getString(1), key -> new ArrayList<>())
                        .add(rows.getLong(2));
            }
        }
        results.forEach((call, result) -> {
            List<Long> wanted =
                    result.transfer().map(ServerRounds::key).stream().toList();
            List<Long> found = Optional.ofNullable(made.remove(call.key())).orElse(List.of());
            tally.require(wanted.equals(found), "%s was answered %s, and there is %s", call, result, found);
            if (result.transfer().isPresent()) {
                units.merge(call.from().handle(), -call.cents() * UNITS_OF_A_CENT, Long::sum);
                units.merge(call.to().handle(), call.cents() * UNITS_OF_A_CENT, Long::sum);
            }
        });
        tally.require(made.isEmpty(), "nobody asked for %s", made);
        Map<String, Long> balances = balances();
        tally.require(balances.equals(units), "%s is not %s", balances, units);
        tally.add(Count.CHECKED, results.size());
    }

    private static long key(String publicId) {
        return PublicId.parse(TransferRow.PREFIX, publicId).orElseThrow().key();
    }

    private Map<String, Long> balances() throws SQLException {
        Map<String, Long> balances = new HashMap<>();
        try (Connection connection = site.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select handle, balance from accounts"
                        + " join profiles on profiles.id = accounts.owner_id"
                        + " where asset = 'USD' and handle like 'torture-%'")) {
            while (rows.next()) {
                balances.put(rows.getString(1), rows.getLong(2));
            }
        }
        return balances;
    }

    private void audit() {
        try (Database database = new Database(new DatabaseSettings(
                site.database().url(), site.database().user(), site.database().password(), 1))) {
            List<Audit.Check> failed = new Audit(new Transactions(database, Audit.MAPPERS))
                    .run().stream().filter(check -> !check.holds()).toList();
            tally.require(failed.isEmpty(), "the audit found %s", failed);
            tally.add(Count.AUDITS);
        }
    }

    long number(String query) throws SQLException {
        try (Connection connection = site.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void await(BooleanSupplier reached) throws InterruptedException {
        long deadlineNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        CountDownLatch never = new CountDownLatch(1);
        while (!reached.getAsBoolean()) {
            never.await(10, TimeUnit.MILLISECONDS);
            if (System.nanoTime() > deadlineNanos) {
                throw new AssertionError("the servers answer no more: "
                        + site.servers().stream().map(ServerProcess::lines).toList());
            }
        }
    }

    private static int random(int bound) {
        return ThreadLocalRandom.current().nextInt(bound);
    }
}
