package cash.tuppence.business.keys;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.member.api.Scope;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Rows;
import cash.tuppence.web.Access;
import cash.tuppence.web.Route;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KeysTest {
    private static final String KEYS = "/business/corner-shop/keys";
    private static final String CHECKOUT =
            "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"XTS\"},\"description\":\"Tea\","
                    + "\"reference\":\"1\",\"return_url\":\"http://127.0.0.1:8081/back\"}";
    private static final String TRANSFER =
            "{\"recipient\":\"@friend\",\"amount\":{\"amount\":\"1.00\",\"currency\":\"XTS\"}}";

    private static TestServer server;
    private static TestBrowser owner;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        owner = server.signedIn("shop");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String make(TestBrowser browser, String mode, String... permissions) {
        return ask(browser, mode, permissions).expect(200).hook("key").orElseThrow();
    }

    private static Reply ask(TestBrowser browser, String mode, String... permissions) {
        Map<String, String> fields = new HashMap<>(Map.of("name", "Server", "mode", mode));
        List.of(permissions).forEach(permission -> fields.put(permission, "yes"));
        return browser.post(KEYS, fields);
    }

    private static int status(String path, String key, String body) {
        TestBrowser program = server.browser();
        HttpRequest.Builder request = program.request(path).header("Authorization", "Bearer " + key);
        return program.send(
                        body.isEmpty()
                                ? request.GET()
                                : request.header("Content-Type", "application/json")
                                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .status();
    }

    private static int look(String key) {
        return status("/api/v1/me", key, "");
    }

    private static String idOf(String key) {
        return String.valueOf(
                Rows.number(server, "select id from api_keys where hint = '" + key.substring(key.length() - 4) + "'"));
    }

    @Test
    void areShownOnceAndListedByTheirEnd() {
        String key = make(owner, "test", "checkouts:write");
        assertThat(key).startsWith("sk_test_");
        String list = owner.get(KEYS).expect(200).body();
        assertThat(list).doesNotContain(key).contains("sk_test_…" + key.substring(key.length() - 4), "Sam Corner");
        assertThat(list).contains("May: read, checkouts:write.");
    }

    @Test
    void mayDoWhatTheyWereMadeForAndNothingElse() {
        String reads = make(owner, "test");
        assertThat(look(reads)).isEqualTo(200);
        assertThat(status("/api/v1/checkouts", reads, CHECKOUT)).isEqualTo(403);
        assertThat(status("/api/v1/checkouts/co_x/refunds", reads, "{}")).isIn(403, 404);
        String sells = make(owner, "test", "checkouts:write");
        assertThat(status("/api/v1/checkouts", sells, CHECKOUT)).isEqualTo(201);
        assertThat(status("/api/v1/transfers", sells, TRANSFER)).isEqualTo(403);
        String sends = make(owner, "test", "transfers:write");
        assertThat(status("/api/v1/checkouts", sends, CHECKOUT)).isEqualTo(403);
        assertThat(status("/api/v1/transfers", sends, TRANSFER)).isEqualTo(422);
        assertThat(status("/api/v1/users", sends, "{}")).isEqualTo(403);
    }

    @Test
    void areNotMadeForMoreThanOnesOwnRole() {
        TestBrowser developer = server.signedIn("friend");
        Rows.execute(
                server,
                "insert into team_members select p.id, m.id, 'developer', utc_timestamp(6) from profiles p, members m"
                        + " where p.handle = 'corner-shop' and m.email = 'friend@example.test'");
        assertThat(ask(developer, "live", "transfers:write").expect(422).error("permissions"))
                .isPresent();
        assertThat(ask(developer, "live", "refunds:write").expect(422).error("permissions"))
                .isPresent();
        assertThat(make(developer, "live", "checkouts:write")).startsWith("sk_live_");
        assertThat(make(developer, "test", "transfers:write")).startsWith("sk_test_");
        String owners = make(owner, "live", "refunds:write");
        developer
                .post(KEYS, KEYS + "/" + idOf(owners) + "/roll", Map.of("ends", "now"))
                .expect(422);
        assertThat(look(owners)).isEqualTo(200);
    }

    @Test
    void areRolledWithTheOldOneGoodForAWhile() {
        String old = make(owner, "live", "checkouts:write");
        String path = KEYS + "/" + idOf(old) + "/roll";
        String key = owner.post(KEYS, path, Map.of("ends", "hour"))
                .expect(200)
                .hook("key")
                .orElseThrow();
        assertThat(look(old)).isEqualTo(200);
        assertThat(look(key)).isEqualTo(200);
        server.clock().advance(Duration.ofMinutes(61));
        assertThat(look(old)).isEqualTo(401);
        assertThat(look(key)).isEqualTo(200);
        owner = server.signedIn("shop");
        owner.post(KEYS, KEYS + "/" + idOf(key) + "/roll", Map.of("ends", "now"))
                .expect(200);
        assertThat(look(key)).isEqualTo(401);
    }

    @Test
    void areRevokedOnAllNodesAtOnce() {
        try (TestServer other = server.again()) {
            String key = make(owner, "live");
            TestBrowser program = other.browser();
            HttpRequest.Builder me = program.request("/api/v1/me")
                    .header("Authorization", "Bearer " + key)
                    .GET();
            program.send(me).expect(200);
            owner.post(KEYS, KEYS + "/" + idOf(key) + "/revoke", Map.of()).expect(303);
            program.send(me).expect(401);
            assertThat(look(key)).isEqualTo(401);
        }
    }

    @Test
    void sayWhenTheyWereLastUsedWithoutWritingAtEachCall() {
        String key = make(owner, "live");
        String last = "select count(*) from api_keys where last_used_at is not null and id = " + idOf(key);
        look(key);
        assertThat(Rows.number(server, last)).isZero();
        server.runJob("note-key-uses");
        assertThat(Rows.number(server, last)).isEqualTo(1);
        assertThat(owner.get(KEYS).body()).contains("Last used");
    }

    @Test
    void belongToTheirBusinessAlone() {
        String key = make(owner, "live");
        TestBrowser library = server.signedIn("library");
        library.post("/business/library/keys", "/business/library/keys/" + idOf(key) + "/revoke", Map.of());
        assertThat(look(key)).isEqualTo(200);
        library.post("/business/library/keys", "/business/library/keys/" + idOf(key) + "/roll", Map.of("ends", "now"))
                .expect(404);
    }

    /** People's own calls, and those of operators, are none of a key's. */
    @Test
    void haveARuleForEachCallThatABusinessMakes() {
        List<String> others = List.of("/api/v1/me", "/api/v1/users", "/metrics");
        assertThat(server.routes())
                .filteredOn(route -> route.access() == Access.API && !others.contains(route.pattern()))
                .extracting(Route::pattern)
                .allMatch(pattern -> KeyRules.toChange(pattern).isPresent() || pattern.startsWith("/api/v1/events"));
        assertThat(KeyRules.toChange("/api/v1/checkouts/co_1/refunds")).contains(Scope.REFUNDS_WRITE);
        assertThat(KeyRules.toChange("/api/v1/users")).isEmpty();
    }
}
