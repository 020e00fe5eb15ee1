package cash.tuppence.member.signin;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.db.Database;
import cash.tuppence.db.DatabaseSettings;
import cash.tuppence.db.Migrator;
import cash.tuppence.db.Transactions;
import cash.tuppence.member.FormerHandleMapper;
import cash.tuppence.member.MemberMapper;
import cash.tuppence.member.Members;
import cash.tuppence.member.NewMember;
import cash.tuppence.member.ProfileMapper;
import cash.tuppence.member.api.AccessTokenMapper;
import cash.tuppence.member.api.Revocations;
import cash.tuppence.testing.SettableClock;
import cash.tuppence.testing.TestDatabase;
import cash.tuppence.trail.Trail;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes on one database. */
class SessionsOfAMemberTest {
    private static final Instant MORNING = Instant.parse("2026-11-02T09:30:00Z");

    private final SettableClock clock = new SettableClock(MORNING);
    private Database database;
    private Transactions transactions;
    private Revocations revocations;
    private Sessions here;
    private Sessions there;
    private long fern;
    private long moss;

    @BeforeEach
    void open() {
        TestDatabase test = TestDatabase.fresh();
        database = new Database(new DatabaseSettings(test.url(), test.user(), test.password(), 4));
        new Migrator(database).migrate();
        transactions = new Transactions(
                database,
                Stream.concat(
                                Stream.of(
                                        MemberMapper.class,
                                        ProfileMapper.class,
                                        FormerHandleMapper.class,
                                        SessionMapper.class,
                                        AccessTokenMapper.class),
                                Trail.MAPPERS.stream())
                        .toList());
        revocations = new Revocations(transactions);
        here = node(1, revocations);
        there = node(2, new Revocations(transactions));
        Members members = new Members(transactions, new KeyMaker(clock, 3), clock);
        fern = member(members, "fern");
        moss = member(members, "moss");
    }

    private Sessions node(long number, Revocations ends) {
        SessionLimits limits = new SessionLimits(Duration.ofHours(12), Duration.ofDays(30), Duration.ofDays(60));
        return new Sessions(
                transactions, ends, new KeyMaker(clock, number), clock, limits, new Trail(new byte[32], clock));
    }

    private static long member(Members members, String name) {
        return members.create(new NewMember(name, name, name + "@example.test", "no hash", "US-UT", false))
                .memberId();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void begin(String cookie, long member, Method method) {
        here.begin(
                cookie, member, new Arrival(here.newId(), method, "Chrome on Linux", "203.0.113.7", Optional.empty()));
    }

    private long id(String cookie) {
        return here.find(cookie).orElseThrow().id();
    }

    @Test
    void endOnAllNodesTogetherAndAtOnceButTheOneThatGoesOn() {
        begin("one", fern, Method.PASSWORD);
        begin("two", fern, Method.PASSKEY);
        begin("another's", moss, Method.PASSWORD);
        assertThat(there.find("two")).isPresent();
        OptionalLong goesOn = OptionalLong.of(id("one"));
        transactions.execute(open -> here.endAll(open, fern, goesOn));
        revocations.awaitEverywhere();
        assertThat(there.find("two")).isEmpty();
        assertThat(here.find("two")).isEmpty();
        assertThat(there.find("one")).isPresent();
        assertThat(there.find("another's")).isPresent();
        transactions.execute(open -> here.endAll(open, fern, OptionalLong.empty()));
        revocations.awaitEverywhere();
        assertThat(there.find("one")).isEmpty();
        assertThat(there.find("another's")).isPresent();
    }

    @Test
    void goOnWhereTheirEndIsRolledBack() {
        begin("one", fern, Method.PASSWORD);
        try {
            transactions.execute(open -> {
                here.endAll(open, fern, OptionalLong.empty());
                throw new IllegalStateException("something else went wrong");
            });
        } catch (IllegalStateException expected) {
            revocations.awaitEverywhere();
        }
        assertThat(here.find("one")).isPresent();
    }

    @Test
    void knowWhenItWasLastShownWhoItIsAndSoDoOtherNodesAtOnce() {
        begin("one", fern, Method.PASSWORD);
        assertThat(there.provedAt(id("one"))).contains(MORNING);
        clock.advance(Duration.ofMinutes(6));
        here.prove(id("one"));
        assertThat(there.provedAt(id("one"))).contains(MORNING.plus(Duration.ofMinutes(6)));
    }

    @Test
    void ofARememberedDeviceHaveShownNothing() {
        begin("one", fern, Method.REMEMBERED);
        assertThat(here.provedAt(id("one"))).isEmpty();
        here.prove(id("one"));
        assertThat(here.provedAt(id("one"))).contains(MORNING);
    }

    @Test
    void haveProvedNothingOnceTheyAreOver() {
        begin("one", fern, Method.PASSWORD);
        long id = id("one");
        here.end("one");
        here.prove(id);
        assertThat(here.provedAt(id)).isEmpty();
    }
}
