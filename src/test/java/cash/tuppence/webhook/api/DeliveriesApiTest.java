package cash.tuppence.webhook.api;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.checkout.Merchant;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestServer;
import cash.tuppence.webhook.Receiver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What was said to an endpoint: read, searched, said again. */
class DeliveriesApiTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final TestServer server = TestServer.start();
    private final Merchant live = Merchant.live(server);
    private final Receiver shop = new Receiver();
    private final String endpoint = live.post(
                    "/api/v1/webhook_endpoints", "{\"url\":\"" + shop.url() + "\",\"events\":[\"*\"]}")
            .expect(201)
            .json()
            .get("id")
            .asString();
    private final String path = "/api/v1/webhook_endpoints/" + endpoint;

    @AfterEach
    void close() {
        shop.close();
        server.close();
    }

    private static String text(JsonNode node, String member) {
        return node.get(member).asString();
    }

    private List<String> ids(String query) {
        List<String> ids = new ArrayList<>();
        live.get(path + "/deliveries" + query).expect(200).json().get("data").forEach(one -> ids.add(text(one, "id")));
        return ids;
    }

    /** Has something happen, of which the shop hears; returns the checkout's id. */
    private String cancelACheckout(int callsByThen) throws InterruptedException {
        String checkout = text(live.created("2.50"), "id");
        live.post("/api/v1/checkouts/" + checkout + "/cancel", "{}").expect(200);
        shop.await(callsByThen, SOON);
        server.runJob("deliver-webhooks");
        return checkout;
    }

    @Test
    void aPingIsAnsweredWithWhatTheEndpointAnswered() {
        JsonNode delivery = live.post(path + "/ping", "{}").expect(200).json();

        assertThat(shop.calls()).hasSize(1);
        Receiver.Call call = shop.calls().get(0);
        assertThat(text(delivery, "state")).isEqualTo("delivered");
        assertThat(text(delivery, "type")).isEqualTo("ping");
        assertThat(text(delivery, "object")).isEqualTo(endpoint);
        assertThat(text(delivery, "event")).isEqualTo(call.id());
        assertThat(text(delivery, "request_body")).isEqualTo(call.body());
        JsonNode attempt = delivery.get("attempts").get(0);
        assertThat(text(attempt, "request_url")).isEqualTo(shop.url());
        assertThat(text(attempt.get("request_headers"), "webhook-id")).isEqualTo(call.id());
        assertThat(text(attempt.get("request_headers"), "webhook-timestamp")).isEqualTo("" + call.timestampSeconds());
        assertThat(text(attempt.get("request_headers"), "webhook-signature")).isEqualTo(call.signatures());
        assertThat(attempt.get("status").asInt()).isEqualTo(200);
        assertThat(attempt.get("fault").isNull()).isTrue();
        assertThat(text(attempt, "answer")).isEqualTo("noted");
        assertThat(live.get("/api/v1/deliveries/" + text(delivery, "id")).json())
                .isEqualTo(delivery);
    }

    @Test
    void aPingIsToldToThatEndpointAloneAndNotTriedAgain() {
        try (Receiver other = new Receiver()) {
            live.post("/api/v1/webhook_endpoints", "{\"url\":\"" + other.url() + "\",\"events\":[\"*\"]}")
                    .expect(201);
            shop.answerWith(500);

            JsonNode delivery =
                    live.post(path + "/ping", "{}", "ping-1").expect(200).json();
            Reply again = live.post(path + "/ping", "{}", "ping-1").expect(200);
            server.runJob("fan-out-events");
            server.clock().advance(Duration.ofDays(1));
            server.runJob("deliver-webhooks");

            assertThat(text(delivery, "state")).isEqualTo("failed");
            assertThat(again.json()).isEqualTo(delivery);
            assertThat(shop.calls()).hasSize(1);
            assertThat(other.calls()).isEmpty();
        }
    }

    @Test
    void anEndpointThatIsSwitchedOffIsPingedTooAndStaysOff() {
        live.patch(path, "{\"state\":\"disabled\"}").expect(200);

        assertThat(text(live.post(path + "/ping", "{}").expect(200).json(), "state"))
                .isEqualTo("delivered");
        assertThat(text(live.get(path).json(), "state")).isEqualTo("disabled");
    }

    @Test
    void theLogIsSearchedByTypeStateObjectAndTime() throws InterruptedException {
        String checkout = cancelACheckout(1);
        server.clock().advance(Duration.ofHours(1));
        shop.answerWith(503);
        live.post(path + "/ping", "{}").expect(200);

        List<String> all = ids("");
        assertThat(all).hasSize(2);
        List<String> pings = all.subList(0, 1);
        List<String> cancels = all.subList(1, 2);
        assertThat(ids("?type=checkout.canceled")).isEqualTo(cancels);
        assertThat(ids("?type=ping&state=delivered")).isEmpty();
        assertThat(ids("?state=failed")).isEqualTo(pings);
        assertThat(ids("?state=delivered")).isEqualTo(cancels);
        assertThat(ids("?object=" + checkout)).isEqualTo(cancels);
        assertThat(ids("?from=2026-11-02T10:00:00Z")).isEqualTo(pings);
        assertThat(ids("?until=2026-11-02T10:00:00Z")).isEqualTo(cancels);
        assertThat(ids("?from=2026-11-02T09:30:00Z&until=2026-11-02T09:30:00.001Z"))
                .isEqualTo(cancels);
        assertThat(ids("?limit=1")).isEqualTo(pings);
        assertThat(ids("?limit=1&cursor=" + pings.get(0))).isEqualTo(cancels);
        for (String wrong : List.of("state=lost", "from=yesterday", "cursor=x", "limit=0")) {
            live.get(path + "/deliveries?" + wrong).expect(422);
        }
    }

    @Test
    void oneIsSaidAgainUnderTheSameId() throws InterruptedException {
        cancelACheckout(1);
        String delivery = ids("").get(0);

        JsonNode pending = live.post("/api/v1/deliveries/" + delivery + "/redeliver", "{}", "again-1")
                .expect(200)
                .json();
        shop.await(2, SOON);
        live.post("/api/v1/deliveries/" + delivery + "/redeliver", "{}", "again-1")
                .expect(200);
        server.runJob("deliver-webhooks");

        assertThat(text(pending, "state")).isEqualTo("pending");
        assertThat(shop.ids()).hasSize(2).containsOnly(text(pending, "event"));
        assertThat(live.get("/api/v1/deliveries/" + delivery)
                        .json()
                        .get("attempts")
                        .size())
                .isEqualTo(2);
        live.patch(path, "{\"state\":\"disabled\"}").expect(200);
        live.post("/api/v1/deliveries/" + delivery + "/redeliver", "{}").expect(409);
    }

    @Test
    void allThatFailedSinceSomeTimeIsSaidAgain() throws InterruptedException {
        cancelACheckout(1);
        shop.answerWith(500);
        server.clock().advance(Duration.ofHours(1));
        cancelACheckout(2);
        cancelACheckout(3);
        live.post(path + "/redeliver", "{}").expect(422);
        live.post(path + "/redeliver", "{\"since\":\"noon\"}").expect(422);
        server.clock().advance(Duration.ofSeconds(6));
        server.runJob("deliver-webhooks");
        assertThat(shop.calls()).hasSize(5);

        shop.answerWith(200);
        int count = live.post(path + "/redeliver", "{\"since\":\"2026-11-02T10:00:00Z\"}")
                .expect(200)
                .json()
                .get("count")
                .asInt();
        shop.await(7, SOON);
        server.runJob("deliver-webhooks");

        assertThat(count).isEqualTo(2);
        assertThat(shop.calls()).hasSize(7);
        assertThat(ids("?state=delivered")).hasSize(3);
    }

    @Test
    void eventsAreListedWithTheObjectAndItsSequence() throws InterruptedException {
        String checkout = cancelACheckout(1);
        live.post(path + "/ping", "{}").expect(200);

        JsonNode events = live.get("/api/v1/events").expect(200).json().get("data");
        assertThat(events.size()).isEqualTo(2);
        JsonNode canceled = events.get(1);
        assertThat(text(canceled, "type")).isEqualTo("checkout.canceled");
        assertThat(canceled.get("livemode").asBoolean()).isTrue();
        assertThat(canceled.get("data")).isEqualTo(live.checkout(checkout));
        assertThat(canceled.get("data").get("sequence").asLong()).isEqualTo(2);
        assertThat(live.get("/api/v1/events/" + text(canceled, "id")).json()).isEqualTo(canceled);
        assertThat(live.get("/api/v1/events?type=ping").json().get("data").size())
                .isEqualTo(1);
        assertThat(live.get("/api/v1/events?limit=1&cursor=" + text(events.get(0), "id"))
                        .json()
                        .get("data")
                        .get(0))
                .isEqualTo(canceled);
        live.get("/api/v1/events?type=nonsense").expect(422);
        Merchant.test(server).get("/api/v1/events/" + text(canceled, "id")).expect(404);
        assertThat(Merchant.test(server)
                        .get("/api/v1/events")
                        .json()
                        .get("data")
                        .isEmpty())
                .isTrue();
    }
}
