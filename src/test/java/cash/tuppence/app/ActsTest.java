package cash.tuppence.app;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import cash.tuppence.testing.TrailRows;
import cash.tuppence.wallet.Rows;
import cash.tuppence.wallet.api.ApiClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever changes what guards cash leaves a row in the trail; whoever is refused, or changes nothing, leaves none. */
class ActsTest {
    private static final String SHOP = "/business/corner-shop";

    private static TestServer server;
    private static TestBrowser owner;

    private TrailRows trail;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        owner = server.signedIn("shop");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void fromHereOn() {
        trail = TrailRows.from(server);
    }

    private static String lastKey() {
        return String.valueOf(Rows.number(server, "select max(id) from api_keys"));
    }

    private TrailRows.Row only() {
        List<TrailRows.Row> rows = trail.next();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    @Test
    void keys() {
        String key = owner.post(SHOP + "/keys", Map.of("name", "Server", "mode", "live", "checkouts:write", "yes"))
                .expect(200)
                .hook("key")
                .orElseThrow();
        String first = lastKey();
        TrailRows.Row made = only();
        assertThat(made.actor()).isEqualTo("member sam-corner");
        assertThat(made.verb()).isEqualTo("key.made");
        assertThat(made.whom()).isEqualTo("corner-shop");
        assertThat(made.what()).isEqualTo(first);
        assertThat(made.after())
                .contains("checkouts:write", "\"livemode\":true")
                .doesNotContain(key);
        assertThat(made.address()).isEqualTo("127.0.0.1");

        owner.post(SHOP + "/keys", SHOP + "/keys/" + first + "/roll", Map.of("ends", "now"));
        assertThat(trail.next()).extracting(TrailRows.Row::verb).containsExactlyInAnyOrder("key.rolled", "key.made");

        owner.post(SHOP + "/keys", SHOP + "/keys/" + lastKey() + "/revoke", Map.of());
        assertThat(only().verb()).isEqualTo("key.revoked");
        owner.post(SHOP + "/keys", SHOP + "/keys/" + lastKey() + "/revoke", Map.of());
        assertThat(trail.next()).as("it was revoked already").isEmpty();
    }

    @Test
    void sitesAndSecrets() {
        String origins = SHOP + "/settings/origins";
        owner.post(origins, Map.of("origin", "https://tea.example")).expect(303);
        assertThat(only())
                .matches(row -> row.verb().equals("origin.added") && row.what().equals("https://tea.example"));
        owner.post(origins, Map.of("origin", "https://tea.example")).expect(303);
        assertThat(trail.next()).as("it was there").isEmpty();
        owner.post(origins, Map.of("origin", "https://tea.example", "action", "remove"))
                .expect(303);
        assertThat(only().verb()).isEqualTo("origin.removed");

        String secrets = SHOP + "/settings/secrets";
        owner.post(secrets, Map.of("mode", "live", "action", "show")).expect(200);
        assertThat(only())
                .matches(row -> row.verb().equals("secret.shown") && row.what().equals("live"));
        String secret = owner.post(secrets, Map.of("mode", "test", "action", "replace"))
                .expect(200)
                .body();
        TrailRows.Row replaced = only();
        assertThat(replaced.verb()).isEqualTo("secret.replaced");
        assertThat(secret).contains("whsec_");
        assertThat(replaced.toString()).doesNotContain("whsec_");
    }

    @Test
    void teams() {
        String team = SHOP + "/team";
        owner.post(team, Map.of("role", "cashier", "note", "for Fern")).expect(303);
        TrailRows.Row invited = only();
        assertThat(invited.verb()).isEqualTo("team.invited");
        assertThat(invited.after()).isEqualTo("{\"role\":\"cashier\"}");
        assertThat(invited.toString()).doesNotContain("Fern");
    }

    @Test
    void newBusinesses() {
        owner.post("/business/new", Map.of("name", "Tea Cart", "handle", "tea-cart"))
                .expect(303);

        assertThat(only())
                .matches(row -> row.verb().equals("team.founded") && row.whom().equals("tea-cart"));
    }

    @Test
    void endpointsByPageAndByKey() {
        owner.post(
                        SHOP + "/webhooks/new",
                        Map.of("url", "http://127.0.0.1:9/hook?token=hidden", "mode", "live", "checkout.paid", "yes"))
                .expect(200);
        TrailRows.Row added = only();
        assertThat(added.verb()).isEqualTo("endpoint.added");
        assertThat(added.after())
                .contains("\"host\":\"127.0.0.1\"", "checkout.paid")
                .doesNotContain("hidden");

        ApiClient program = ApiClient.of(server, "sk_test_demo_corner_shop");
        Reply made = program.post(
                "/api/v1/webhook_endpoints", "{\"url\":\"http://127.0.0.1:9/other\",\"events\":[\"checkout.paid\"]}");
        String id = made.expect(201).json().get("id").asString();
        TrailRows.Row byKey = only();
        assertThat(byKey.actor()).isEqualTo("key");
        assertThat(byKey.what()).isEqualTo(id);
        assertThat(Rows.number(
                        server,
                        "select count(*) from trail t join api_keys k on k.id = t.actor_id where t.what = '" + id
                                + "'"))
                .isEqualTo(1);
        program.post("/api/v1/webhook_endpoints/" + id + "/rotate_secret", "").expect(200);
        assertThat(only().verb()).isEqualTo("endpoint.secret_replaced");
    }

    @Test
    void tokens() {
        TestBrowser payer = server.signedIn("payer");
        String page = "/settings/security/tokens";
        payer.post(page, Map.of("name", "Budget", "wallet:read", "yes", "expires", "30"));
        TrailRows.Row made = only();
        assertThat(made.actor()).isEqualTo("member payer");
        assertThat(made.verb()).isEqualTo("token.made");
        assertThat(made.whom()).isEqualTo("payer");
        assertThat(made.after()).isEqualTo("{\"scopes\":\"wallet:read\"}");

        payer.post(page, page + "/" + made.what() + "/revoke", Map.of());
        assertThat(only())
                .matches(row -> row.verb().equals("token.revoked") && row.what().equals(made.what()));
    }

    @Test
    void sessions() {
        TestBrowser payer = server.signedIn("payer");
        payer.post("/settings/security/sessions", Map.of("action", "elsewhere"));

        assertThat(only())
                .matches(
                        row -> row.verb().equals("sessions.ended") && row.whom().equals("payer"));
    }

    @Test
    void passwords() {
        server.signedIn("library")
                .post(
                        "/settings/security/password",
                        Map.of("password_now", "tuppence-demo", "password", "seven quiet shelves"))
                .expect(303);

        assertThat(trail.next()).anySatisfy(row -> {
            assertThat(row.actor()).isEqualTo("member libby-shelf");
            assertThat(row.verb()).isEqualTo("password.changed");
            assertThat(row.whom()).isEqualTo("libby-shelf");
        });
    }

    @Test
    void peopleWhomAnOperatorsProgramRegisters() {
        ApiClient.of(server, "pat_demo_admin")
                .post(
                        "/api/v1/users",
                        "{\"name\":\"Nell New\",\"handle\":\"nell\",\"email\":\"nell@example.test\",\"region\":\"US-UT\"}")
                .expect(201);

        TrailRows.Row row = only();
        assertThat(row.actor()).isEqualTo("operator ada-office");
        assertThat(row.verb()).isEqualTo("token.made");
        assertThat(row.whom()).isEqualTo("nell");
    }

    @Test
    void aRefusalLeavesNone() {
        owner.post(SHOP + "/settings/origins", Map.of("origin", "no site at all"))
                .expect(422);
        server.signedIn("friend")
                .post("/business/new", SHOP + "/keys", Map.of("name", "x", "mode", "live"))
                .expect(404);

        assertThat(trail.next()).isEmpty();
    }
}
