package cash.tuppence.checkout;

import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import java.net.http.HttpRequest;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A merchant's program: it calls the API with a secret key. */
public final class Merchant {
    public static final String LIVE_KEY = "sk_live_demo_corner_shop";
    public static final String TEST_KEY = "sk_test_demo_corner_shop";
    public static final String SHOP = "http://127.0.0.1:8081";

    private final TestBrowser client;
    private final String key;

    private Merchant(TestServer server, String key) {
        this.client = server.browser();
        this.key = key;
    }

    public static Merchant live(TestServer server) {
        return new Merchant(server, LIVE_KEY);
    }

    public static Merchant test(TestServer server) {
        return new Merchant(server, TEST_KEY);
    }

    public static Merchant withKey(TestServer server, String key) {
        return new Merchant(server, key);
    }

    /** A body that is fine for a live key. */
    public static ObjectNode order(String amount) {
        return order(amount, "USD");
    }

    public static ObjectNode order(String amount, String currency) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.putObject("amount").put("amount", amount).put("currency", currency);
        return body.put("description", "A tin of tea")
                .put("reference", "order-17")
                .put("return_url", SHOP + "/return");
    }

    public Reply post(String path, String body) {
        return client.send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Reply post(String path, String body, String idempotencyKey) {
        return client.send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Reply patch(String path, String body) {
        return client.send(request(path)
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
    }

    public Reply delete(String path) {
        return client.send(request(path).DELETE());
    }

    public Reply create(JsonNode body) {
        return post("/api/v1/checkouts", body.toString());
    }

    public Reply create(JsonNode body, String idempotencyKey) {
        return post("/api/v1/checkouts", body.toString(), idempotencyKey);
    }

    /** A new checkout of that price, as the API gives it. */
    public JsonNode created(String amount) {
        return create(order(amount)).expect(201).json();
    }

    public Reply get(String path) {
        return client.send(request(path).GET());
    }

    public JsonNode checkout(String id) {
        return get("/api/v1/checkouts/" + id).expect(200).json();
    }

    private HttpRequest.Builder request(String path) {
        return client.request(path).header("Authorization", "Bearer " + key);
    }

    /** The path of the page where the checkout is paid. */
    public static String payPath(JsonNode checkout) {
        return "/pay/" + checkout.get("id").asString();
    }

    /** What a problem document says of a field, or empty text. */
    public static String fault(Reply reply, String field) {
        for (JsonNode error : reply.json().get("errors")) {
            if (error.get("field").asString().equals(field)) {
                return error.get("message").asString().toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }
}
