package cash.tuppence.webhook.api;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.business.keys.ApiKeys;
import cash.tuppence.checkout.Merchant;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Rows;
import cash.tuppence.webhook.Receiver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EndpointsApiTest {
    private static final String PATH = "/api/v1/webhook_endpoints";

    private static TestServer server;
    private static Merchant live;
    private static Merchant test;

    private final Receiver shop = new Receiver();
    private final List<String> made = new ArrayList<>();

    @BeforeAll
    static void start() {
        server = TestServer.start();
        live = Merchant.live(server);
        test = Merchant.test(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void close() {
        made.forEach(path -> live.delete(path));
        shop.close();
    }

    private JsonNode create() {
        JsonNode endpoint = live.post(PATH, body()).expect(201).json();
        made.add(path(endpoint));
        return endpoint;
    }

    private String body() {
        return "{\"url\":\"" + shop.url() + "\",\"events\":[\"checkout.paid\"]}";
    }

    private static String path(JsonNode endpoint) {
        return PATH + "/" + text(endpoint, "id");
    }

    private static String text(JsonNode node, String member) {
        return node.get(member).asString();
    }

    @Test
    void theSecretIsToldWhenItIsNewAndNeverAgain() {
        JsonNode endpoint = create();

        assertThat(text(endpoint, "id")).matches("we_[0-9A-Za-z]{28}");
        assertThat(text(endpoint, "secret")).matches("whsec_[0-9A-Za-z+/]{43}=");
        assertThat(text(endpoint, "state")).isEqualTo("enabled");
        JsonNode read = live.get(path(endpoint)).expect(200).json();
        assertThat(read.has("secret")).isFalse();
        assertThat(text(read, "url")).isEqualTo(shop.url());
        assertThat(read.get("events").toString()).isEqualTo("[\"checkout.paid\"]");
        assertThat(live.get(PATH).body()).doesNotContain("whsec_").contains(text(endpoint, "id"));
    }

    @Test
    void underOneKeyItIsMadeOnceAndItsSecretLiesEncrypted() {
        JsonNode first = live.post(PATH, body(), "endpoint-1").expect(201).json();
        made.add(path(first));
        Reply again = live.post(PATH, body(), "endpoint-1").expect(201);

        assertThat(again.json()).isEqualTo(first);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(Rows.number(
                        server,
                        "select count(*) from idempotency_records where instr(answer, '" + text(first, "secret")
                                + "') > 0"))
                .isZero();
        live.post(PATH, "{\"url\":\"" + shop.url() + "\",\"events\":[\"*\"]}", "endpoint-1")
                .expect(422);
    }

    @Test
    void allFaultsAreToldBesideTheirMembers() {
        Reply reply = live.post(PATH, "{\"url\":\"http://10.0.0.1/\",\"events\":[\"checkout.payd\"]}")
                .expect(422);

        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(Merchant.fault(reply, "url")).contains("private network");
        assertThat(Merchant.fault(reply, "events")).contains("checkout.payd");
        assertThat(live.post(PATH, "{\"url\":\"" + shop.url() + "\",\"events\":[\"ping\"]}")
                        .status())
                .isEqualTo(422);
        assertThat(live.post(PATH, "{\"url\":\"" + shop.url() + "\",\"events\":[null]}")
                        .status())
                .isEqualTo(422);
        assertThat(live.patch(path(create()), "{\"state\":\"gone\"}").status()).isEqualTo(422);
    }

    @Test
    void aTestKeyHasEndpointsOfItsOwn() {
        JsonNode endpoint = create();

        test.get(path(endpoint)).expect(404);
        test.patch(path(endpoint), "{}").expect(404);
        test.delete(path(endpoint)).expect(404);
        test.post(path(endpoint) + "/ping", "{}").expect(404);
        test.get(path(endpoint) + "/deliveries").expect(404);
        assertThat(test.get(PATH).body()).doesNotContain(text(endpoint, "id"));
    }

    @Test
    void anotherBusinessSeesNoneOfIt() {
        JsonNode endpoint = create();
        JsonNode delivery =
                live.post(path(endpoint) + "/ping", "{}").expect(200).json();
        Merchant other = Merchant.withKey(server, OtherBusiness.liveKey(server));

        other.get(path(endpoint)).expect(404);
        other.delete(path(endpoint)).expect(404);
        other.post(path(endpoint) + "/rotate_secret", "{}").expect(404);
        other.post(path(endpoint) + "/redeliver", "{\"since\":\"2026-11-01T00:00:00Z\"}")
                .expect(404);
        other.get("/api/v1/deliveries/" + text(delivery, "id")).expect(404);
        other.post("/api/v1/deliveries/" + text(delivery, "id") + "/redeliver", "{}")
                .expect(404);
        other.get("/api/v1/events/" + text(delivery, "event")).expect(404);
        assertThat(other.get("/api/v1/events").json().get("data").isEmpty()).isTrue();
        assertThat(other.get(PATH).json().get("data").isEmpty()).isTrue();
    }

    @Test
    void whatIsLeftOutOfAChangeStays() {
        JsonNode endpoint = create();

        JsonNode off = live.patch(path(endpoint), "{\"state\":\"disabled\"}")
                .expect(200)
                .json();
        JsonNode other = live.patch(path(endpoint), "{\"events\":[\"*\"],\"state\":\"enabled\"}")
                .expect(200)
                .json();

        assertThat(text(off, "state")).isEqualTo("disabled");
        assertThat(text(off, "url")).isEqualTo(shop.url());
        assertThat(text(other, "state")).isEqualTo("enabled");
        assertThat(other.get("events").toString()).isEqualTo("[\"*\"]");
        assertThat(other.get("sequence").asLong())
                .isGreaterThan(off.get("sequence").asLong());
        assertThat(live.patch(path(endpoint), "{}").json()).isEqualTo(other);
    }

    @Test
    void aDeletedOneIsNotThereAnyMore() {
        JsonNode endpoint = create();

        assertThat(live.delete(path(endpoint)).expect(200).json().get("deleted").asBoolean())
                .isTrue();

        live.get(path(endpoint)).expect(404);
        live.delete(path(endpoint)).expect(404);
        live.post(path(endpoint) + "/ping", "{}").expect(404);
    }

    @Test
    void afterARotationBothSecretsSignForADay() {
        JsonNode endpoint = create();
        JsonNode rotated = live.post(path(endpoint) + "/rotate_secret", "{}", "rotate-1")
                .expect(200)
                .json();
        assertThat(live.post(path(endpoint) + "/rotate_secret", "{}", "rotate-1")
                        .json())
                .isEqualTo(rotated);

        live.post(path(endpoint) + "/ping", "{}").expect(200);

        assertThat(text(rotated, "secret")).isNotEqualTo(text(endpoint, "secret"));
        assertThat(text(rotated, "previous_secret_until"))
                .isEqualTo(server.clock().instant().plus(Duration.ofDays(1)).toString());
        assertThat(shop.calls()).singleElement().satisfies(call -> {
            assertThat(call.isSignedWith(text(rotated, "secret"))).isTrue();
            assertThat(call.isSignedWith(text(endpoint, "secret"))).isTrue();
        });
    }

    @Test
    void listsGoOnWhereTheCursorSays() {
        create();
        create();
        create();
        List<String> ids = new ArrayList<>();
        String next = PATH + "?limit=2";
        while (!next.isEmpty()) {
            JsonNode page = live.get(next).expect(200).json();
            page.get("data").forEach(one -> ids.add(text(one, "id")));
            next = page.get("next_cursor").isNull() ? "" : PATH + "?limit=2&cursor=" + text(page, "next_cursor");
        }

        assertThat(ids)
                .doesNotHaveDuplicates()
                .containsAll(made.stream()
                        .map(path -> path.substring(PATH.length() + 1))
                        .toList());
        live.get(PATH + "?cursor=nonsense").expect(422);
    }

    @Test
    void thereAreOnlySoMany() {
        Merchant other = Merchant.withKey(server, OtherBusiness.liveKey(server));
        for (int i = 0; i < 20; i++) {
            other.post(PATH, body()).expect(201);
        }

        assertThat(text(other.post(PATH, body()).expect(422).json(), "code")).isEqualTo("limit_exceeded");
    }

    /** A business beside the demo's own, new each time. */
    private static final class OtherBusiness {
        private static int count;

        static String liveKey(TestServer server) {
            count++;
            String key = ApiKeys.LIVE + "other_" + count;
            Rows.execute(
                    server,
                    "insert into profiles (id, nonce, kind, handle, name, created_at) values (" + count
                            + ", repeat('x', 12), 'business', 'other-" + count + "', 'Other', utc_timestamp(6))");
            Rows.execute(
                    server,
                    "insert into api_keys (id, profile_id, livemode, secret_hash, hint, made_by, made_at) values ("
                            + count + ", " + count + ", true, unhex(sha2('" + key + "', 256)), 'hint', 0,"
                            + " utc_timestamp(6))");
            return key;
        }
    }
}
