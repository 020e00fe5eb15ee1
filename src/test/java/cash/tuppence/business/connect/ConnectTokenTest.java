package cash.tuppence.business.connect;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.app.config.Setting;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Rows;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A program comes with its code for its key. */
class ConnectTokenTest {
    private static final String SHOP = "corner-shop";
    private static final String KEYS = "select count(*) from api_keys where name = 'Shop plugin'";

    private static TestServer server;

    private TestBrowser owner;
    private Plugin plugin;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void noKeyWasMadeYet() {
        Rows.execute(server, "delete from api_keys where name = 'Shop plugin'");
        Rows.execute(server, "update profiles set state = 'active' where handle = '" + SHOP + "'");
        owner = server.signedIn("shop");
        plugin = new Plugin(server);
    }

    private static long keys() {
        return Rows.number(server, KEYS);
    }

    private static void assertRefused(Reply reply, String field) {
        JsonNode problem = reply.expect(422).json();
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(problem.get("code").asString()).isEqualTo("invalid_request");
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(keys()).isZero();
    }

    private static int look(String key) {
        TestBrowser program = server.browser();
        return program.send(program.request("/api/v1/me")
                        .header("Authorization", "Bearer " + key)
                        .GET())
                .status();
    }

    @Test
    void isToldAKeyForWhatWasAgreedTo() {
        Reply reply = plugin.exchange(plugin.code(owner, SHOP)).expect(201);
        JsonNode made = reply.json();
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(made.get("key").asString()).startsWith("sk_live_");
        assertThat(made.get("livemode").asBoolean()).isTrue();
        assertThat(made.get("business").asString()).isEqualTo("@corner-shop");
        assertThat(made.get("permissions").toString()).isEqualTo("[\"read\",\"checkouts:write\"]");
        assertThat(look(made.get("key").asString())).isEqualTo(200);
        assertThat(owner.get("/business/corner-shop/keys").body())
                .contains("Shop plugin", "May: read, checkouts:write.", "Sam Corner");
    }

    @Test
    void isToldAKeyForPlayMoney() {
        Plugin test = plugin.with("mode", "test").with("return_url", "http://127.0.0.1:8082/back");
        assertThat(test.exchange(test.code(owner, SHOP))
                        .expect(201)
                        .json()
                        .get("key")
                        .asString())
                .startsWith("sk_test_");
    }

    @Test
    void isToldItOnce() {
        String code = plugin.code(owner, SHOP);
        plugin.exchange(code).expect(201);
        Reply again = plugin.exchange(code).expect(422);
        assertThat(again.body()).contains("Please begin again").doesNotContain("sk_live");
        assertThat(keys()).isEqualTo(1);
    }

    @Test
    void isToldItOnceWhereManyComeAtOnce() {
        String code = plugin.code(owner, SHOP);
        List<CompletableFuture<Integer>> answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> plugin.exchange(code).status()))
                .limit(8)
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join))
                .containsOnlyOnce(201)
                .containsOnly(201, 422);
        assertThat(keys()).isEqualTo(1);
    }

    @Test
    void isToldNothingTooLate() {
        String inTime = plugin.code(owner, SHOP);
        server.clock().advance(Duration.ofMinutes(9));
        plugin.exchange(inTime).expect(201);
        Rows.execute(server, "delete from api_keys where name = 'Shop plugin'");
        String late = plugin.code(owner, SHOP);
        server.clock().advance(Duration.ofMinutes(10));
        assertRefused(plugin.exchange(late), "code");
    }

    @Test
    void isToldNothingForWhatIsNotItsOwn() {
        String code = plugin.code(owner, SHOP);
        assertRefused(plugin.exchange(code + "x"), "code");
        Map<String, String> body =
                Map.of("code", code, "return_url", Plugin.RETURN_URL + "&", "code_verifier", Plugin.VERIFIER);
        assertRefused(plugin.exchange(body), "return_url");
        body = Map.of("code", code, "return_url", Plugin.RETURN_URL, "code_verifier", Plugin.VERIFIER + "x");
        assertRefused(plugin.exchange(body), "code_verifier");
        body = Map.of("code", code, "return_url", Plugin.RETURN_URL, "code_verifier", "");
        assertRefused(plugin.exchange(body), "code_verifier");
        assertRefused(plugin.exchange(Map.of()), "code");
        plugin.exchange(code).expect(201);
    }

    @Test
    void isToldNothingOnceWhoeverAgreedMayNotAnyMore() {
        join("developer");
        TestBrowser developer = server.signedIn("friend");
        String ofOneDemoted = plugin.code(developer, SHOP);
        join("cashier");
        assertRefused(plugin.exchange(ofOneDemoted), "code");
        join("developer");
        String ofOneWhoLeft = plugin.code(developer, SHOP);
        Rows.execute(
                server,
                "delete t from team_members t join members m on m.id = t.member_id"
                        + " where m.email = 'friend@example.test'");
        assertRefused(plugin.exchange(ofOneWhoLeft), "code");
        String suspended = plugin.code(owner, SHOP);
        Rows.execute(server, "update profiles set state = 'suspended' where handle = '" + SHOP + "'");
        assertRefused(plugin.exchange(suspended), "code");
    }

    private static void join(String role) {
        Rows.execute(
                server,
                "replace into team_members (profile_id, member_id, role, joined_at)"
                        + " select p.id, m.id, '" + role + "', utc_timestamp(6) from profiles p join members m"
                        + " where p.handle = '" + SHOP + "' and m.email = 'friend@example.test'");
    }

    @Test
    void keepsNothingOfTheCodeButItsHashAndNothingAtAllInTheEnd() {
        String code = plugin.code(owner, SHOP);
        String stored = "select count(*) from connect_codes where code_hash = ";
        assertThat(Rows.number(server, stored + "unhex(sha2('" + code + "', 256))"))
                .isEqualTo(1);
        server.runJob("sweep-connect-codes");
        assertThat(Rows.number(server, "select count(*) from connect_codes")).isPositive();
        server.clock().advance(Connections.GOOD_FOR);
        server.runJob("sweep-connect-codes");
        assertThat(Rows.number(server, "select count(*) from connect_codes")).isZero();
    }

    @Test
    void mayGuessNowAndThenOnly() {
        try (TestServer strict = TestServer.with(Setting.RATE_LIMITS_SCALE, "1").start()) {
            Plugin guesser = new Plugin(strict);
            for (int i = 0; i < 60; i++) {
                guesser.exchange("guess" + i).expect(422);
            }
            Reply refused = guesser.exchange("guess").expect(429);
            assertThat(refused.header("Retry-After")).isNotEmpty();
        }
    }
}
