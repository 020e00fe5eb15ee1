package cash.tuppence.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.db.Database;
import cash.tuppence.db.DatabaseSettings;
import cash.tuppence.db.Migrator;
import cash.tuppence.db.Transactions;
import cash.tuppence.testing.SettableClock;
import cash.tuppence.testing.TestDatabase;
import cash.tuppence.web.RateLimits.Limit;
import cash.tuppence.web.limit.BucketMapper;
import cash.tuppence.web.limit.SharedBuckets;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes on one database. */
class RateLimitsTest {
    private static final byte[] KEY = new byte[32];
    private static final Limit DOOR = new Limit("door", 3, Duration.ofMinutes(3)).onAllNodes();

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-02T09:30:00Z"));
    private TestDatabase test;
    private Database database;
    private SharedBuckets buckets;
    private RateLimits here;
    private RateLimits there;

    @BeforeEach
    void open() {
        test = TestDatabase.fresh();
        database = new Database(new DatabaseSettings(test.url(), test.user(), test.password(), 8));
        new Migrator(database).migrate();
        Transactions transactions = new Transactions(database, List.of(BucketMapper.class));
        buckets = new SharedBuckets(transactions, KEY, clock);
        here = new RateLimits(100, clock, buckets);
        there = new RateLimits(100, clock, new SharedBuckets(transactions, KEY, clock));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static void refuses(Runnable tried, long seconds) {
        assertThatThrownBy(tried::run).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(Reason.RATE_LIMITED);
            assertThat(refusal.arguments().get(0)).hasToString(String.valueOf(seconds));
        });
    }

    private long rows() throws SQLException {
        try (Connection connection = test.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from rate_limits")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void areCountedByAllNodesTogetherAndForEachByThemselves() {
        here.take(DOOR, "fern");
        there.take(DOOR, "fern");
        here.take(DOOR, "fern");
        refuses(() -> there.take(DOOR, "fern"), 61);
        refuses(() -> here.take(DOOR, "fern"), 61);
        assertThatCode(() -> there.take(DOOR, "moss")).doesNotThrowAnyException();
    }

    @Test
    void growBackEvenly() {
        IntStream.range(0, 3).forEach(i -> here.take(DOOR, "fern"));
        clock.advance(Duration.ofSeconds(59));
        refuses(() -> there.take(DOOR, "fern"), 2);
        clock.advance(Duration.ofSeconds(1));
        there.take(DOOR, "fern");
        refuses(() -> here.take(DOOR, "fern"), 61);
    }

    @Test
    void areGivenBack() {
        for (int i = 0; i < 10; i++) {
            here.take(DOOR, "fern");
            there.giveBack(DOOR, "fern");
        }
    }

    @Test
    void neverLetMoreThroughHoweverManyTryAtOnce() throws InterruptedException {
        Limit door = new Limit("busy door", 20, Duration.ofHours(1)).onAllNodes();
        AtomicInteger through = new AtomicInteger();
        List<Thread> tries = IntStream.range(0, 60)
                .mapToObj(i -> new Thread(() -> tryOnce(i % 2 == 0 ? here : there, door, through)))
                .toList();
        tries.forEach(Thread::start);
        for (Thread one : tries) {
            one.join();
        }
        assertThat(through).hasValue(20);
    }

    private static void tryOnce(RateLimits node, Limit door, AtomicInteger through) {
        try {
            node.take(door, "everybody");
            through.incrementAndGet();
        } catch (Refusal refused) {
            assertThat(refused.reason()).isEqualTo(Reason.RATE_LIMITED);
        }
    }

    @Test
    void costWhoeverIsRightNothing() throws SQLException {
        for (int i = 0; i < 10; i++) {
            here.check(DOOR, "fern");
        }
        assertThat(rows()).isZero();
    }

    @Test
    void makeWaitForTriesThatWereWrongEvenPastTheLimit() {
        for (int i = 0; i < 5; i++) {
            here.count(DOOR, "fern");
        }
        refuses(() -> there.check(DOOR, "fern"), 181);
        clock.advance(Duration.ofMinutes(2));
        refuses(() -> there.check(DOOR, "fern"), 61);
        clock.advance(Duration.ofMinutes(1));
        there.check(DOOR, "fern");
    }

    @Test
    void sayNothingOfWhoTried() throws SQLException {
        here.take(DOOR, "fern@example.test");
        try (Connection connection = test.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id, state from rate_limits")) {
            rows.next();
            assertThat(rows.getString(1)).hasSize(43);
            assertThat(new String(rows.getBytes(2), StandardCharsets.ISO_8859_1))
                    .doesNotContain("fern", "door");
        }
    }

    @Test
    void areForgottenOnceAllIsAsBefore() throws SQLException {
        here.take(DOOR, "fern");
        clock.advance(Duration.ofSeconds(59));
        assertThat(buckets.sweep()).isFalse();
        assertThat(rows()).isOne();
        clock.advance(Duration.ofSeconds(2));
        buckets.sweep();
        assertThat(rows()).isZero();
    }

    @Test
    void areOffWhereTheScaleIsZeroAndLooserWhereItIsLarger() throws SQLException {
        RateLimits off = new RateLimits(0, clock, buckets);
        for (int i = 0; i < 10; i++) {
            off.take(DOOR, "fern");
            off.count(DOOR, "fern");
            off.check(DOOR, "fern");
        }
        assertThat(rows()).isZero();
        RateLimits looser = new RateLimits(200, clock, buckets);
        IntStream.range(0, 6).forEach(i -> looser.take(DOOR, "fern"));
        refuses(() -> looser.take(DOOR, "fern"), 31);
    }

    @Test
    void ofOtherThingsThanDoorsAreEachNodesOwn() throws SQLException {
        Limit page = new Limit("page", 1, Duration.ofMinutes(1));
        here.take(page, "fern");
        there.take(page, "fern");
        refuses(() -> here.take(page, "fern"), 61);
        assertThat(rows()).isZero();
    }
}
