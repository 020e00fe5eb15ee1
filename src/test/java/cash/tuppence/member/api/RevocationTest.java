package cash.tuppence.member.api;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.business.keys.ApiKeys;
import cash.tuppence.business.keys.KeyMapper;
import cash.tuppence.core.KeyMaker;
import cash.tuppence.db.Database;
import cash.tuppence.db.DatabaseSettings;
import cash.tuppence.db.Transactions;
import cash.tuppence.member.MemberMapper;
import cash.tuppence.member.ProfileMapper;
import cash.tuppence.member.ProfileState;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import cash.tuppence.trail.Trail;
import cash.tuppence.wallet.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two servers on one database, and a third node that revokes. */
class RevocationTest {
    private static TestServer server;
    private static TestServer other;
    private static Database database;
    private static AccessTokens tokens;
    private static ApiKeys keys;
    private static Standing standing;

    @BeforeAll
    static void open() {
        server = TestServer.start();
        other = server.again();
        database = new Database(new DatabaseSettings(
                server.database().url(),
                server.database().user(),
                server.database().password(),
                2));
        Transactions transactions = new Transactions(
                database,
                Stream.of(
                                List.<Class<?>>of(
                                        AccessTokenMapper.class,
                                        KeyMapper.class,
                                        MemberMapper.class,
                                        ProfileMapper.class),
                                Trail.MAPPERS)
                        .flatMap(List::stream)
                        .toList());
        Trail trail = new Trail(TestServer.secretKey(), server.clock());
        Revocations revocations = new Revocations(transactions);
        KeyMaker ids = new KeyMaker(server.clock(), 900);
        tokens = new AccessTokens(transactions, revocations, ids, server.clock(), trail);
        keys = new ApiKeys(transactions, revocations, ids, server.clock(), trail);
        standing = new Standing(transactions, revocations, trail);
    }

    @AfterAll
    static void close() {
        database.close();
        other.close();
        server.close();
    }

    private static Reply me(TestServer at, String secret) {
        TestBrowser program = at.browser();
        return program.send(program.request("/api/v1/me")
                .header("Authorization", "Bearer " + secret)
                .GET());
    }

    private static void expectEverywhere(String secret, int status) {
        for (TestServer one : List.of(server, other)) {
            Reply reply = me(one, secret).expect(status);
            assertThat(reply.header("WWW-Authenticate")).isEqualTo(status == 401 ? "Bearer" : "");
        }
        assertThat(tokens.authenticate(secret).or(() -> keys.find(secret).map(RevocationTest::caller)))
                .matches(caller -> caller.isPresent() == (status == 200));
    }

    private static Caller caller(cash.tuppence.business.keys.ApiKey key) {
        return Caller.key(key.profileId(), key.id(), Caller.Mode.LIVE, Set.of());
    }

    private static long idOf(String handle) {
        return Rows.number(server, "select id from profiles where handle = '" + handle + "'");
    }

    private static long memberId(String handle) {
        return Rows.number(server, "select id from members where profile_id = " + idOf(handle));
    }

    private static String token(Scope... scopes) {
        return tokens.issue(memberId("friend"), "Test", Set.of(scopes), Optional.empty());
    }

    @Test
    void aRevokedTokenIsRefusedByAllNodesAtOnce() {
        for (int i = 0; i < 5; i++) {
            String token = token(Scope.WALLET_READ);
            expectEverywhere(token, 200);

            assertThat(tokens.revoke(token)).isTrue();

            expectEverywhere(token, 401);
            assertThat(tokens.revoke(token)).isFalse();
        }
        expectEverywhere("pat_demo_friend", 200);
    }

    @Test
    void aRevokedKeyIsRefusedByAllNodesAtOnce() {
        expectEverywhere("sk_test_demo_corner_shop", 200);

        assertThat(keys.revoke("sk_test_demo_corner_shop")).isTrue();

        expectEverywhere("sk_test_demo_corner_shop", 401);
        expectEverywhere("sk_live_demo_corner_shop", 200);
    }

    @Test
    void aTokenInUseIsCutOffInTheMidst() {
        String token = token(Scope.WALLET_READ);
        AtomicBoolean revoked = new AtomicBoolean();
        CountDownLatch inUse = new CountDownLatch(20);
        List<CompletableFuture<List<Integer>>> programs = Stream.of(server, other)
                .map(at -> CompletableFuture.supplyAsync(() -> untilRefused(at, token, revoked, inUse)))
                .toList();
        awaitAll(inUse);

        tokens.revoke(token);
        revoked.set(true);

        assertThat(programs).allSatisfy(program -> assertThat(program.join()).containsOnly(401));
    }

    /** What the calls were answered that began after the revocation; there are ten. */
    private static List<Integer> untilRefused(
            TestServer at, String token, AtomicBoolean revoked, CountDownLatch inUse) {
        while (!revoked.get()) {
            if (me(at, token).status() == 200) {
                inUse.countDown();
            }
        }
        return Stream.generate(() -> me(at, token).status()).limit(10).toList();
    }

    private static void awaitAll(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aTokenEndsWhenItsTimeIsOver() {
        Instant end = server.clock().instant().plus(Duration.ofDays(1));
        String token = tokens.issue(memberId("friend"), "Test", Set.of(Scope.WALLET_READ), Optional.of(end));
        expectEverywhere(token, 200);

        server.clock().advance(Duration.ofDays(1));

        expectEverywhere(token, 401);
    }

    @Test
    void aTokenOpensWhatItWasMadeForAlone() {
        String token = token(Scope.PROFILE_READ);
        Reply refused = me(server, token).expect(403);
        assertThat(refused.json().get("code").asString()).isEqualTo("forbidden");
    }

    @Test
    void anOperatorsTokenDoesNoMoreOnceItsOwnerIsNone() {
        String token = token(Scope.USERS_WRITE, Scope.WALLET_READ);

        assertThat(tokens.authenticate(token).orElseThrow().scopes()).containsExactly(Scope.WALLET_READ);
    }

    @Test
    void nobodyIsLetInForAProfileThatIsSuspendedOrClosed() {
        String token = tokens.issue(memberId("libby-shelf"), "Test", Scope.PERSONAL, Optional.empty());
        for (ProfileState state : List.of(ProfileState.SUSPENDED, ProfileState.CLOSED)) {
            expectEverywhere(token, 200);
            TestBrowser signedIn = server.signedIn("library");

            standing.set(idOf("libby-shelf"), state);

            expectEverywhere(token, 401);
            server.browser()
                    .post("/login", Map.of("email", "library@example.test", "password", "tuppence-demo"))
                    .expect(422);
            standing.set(idOf("libby-shelf"), ProfileState.ACTIVE);
            signedIn.get("/wallet").expect(200);
        }
    }

    @Test
    void theKeysOfASuspendedBusinessOpenNothing() {
        expectEverywhere("sk_live_demo_corner_shop", 200);
        standing.set(idOf("corner-shop"), ProfileState.SUSPENDED);
        expectEverywhere("sk_live_demo_corner_shop", 401);
        standing.set(idOf("corner-shop"), ProfileState.ACTIVE);
        expectEverywhere("sk_live_demo_corner_shop", 200);
    }
}
