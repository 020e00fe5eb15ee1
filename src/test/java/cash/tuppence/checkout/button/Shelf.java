package cash.tuppence.checkout.button;

import cash.tuppence.checkout.Merchant;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import java.net.http.HttpRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A merchant's program that stores buttons. */
public final class Shelf {
    public static final String PATH = "/api/v1/buttons";

    private final TestBrowser client;
    private final String key;

    private Shelf(TestServer server, String key) {
        this.client = server.browser();
        this.key = key;
    }

    public static Shelf live(TestServer server) {
        return new Shelf(server, Merchant.LIVE_KEY);
    }

    public static Shelf test(TestServer server) {
        return new Shelf(server, Merchant.TEST_KEY);
    }

    public static Shelf withKey(TestServer server, String key) {
        return new Shelf(server, key);
    }

    public static ObjectNode fixed(String amount) {
        return fixed(amount, "USD");
    }

    public static ObjectNode fixed(String amount, String currency) {
        ObjectNode body = body("fixed").put("return_url", Merchant.SHOP + "/return");
        body.putObject("amount").put("amount", amount).put("currency", currency);
        return body;
    }

    public static ObjectNode body(String kind) {
        return JsonMapper.shared().createObjectNode().put("kind", kind).put("description", "A tin of tea");
    }

    public static ObjectNode usd(String amount) {
        return JsonMapper.shared().createObjectNode().put("amount", amount).put("currency", "USD");
    }

    public JsonNode made(JsonNode body) {
        return send("POST", PATH, body.toString()).expect(201).json();
    }

    public JsonNode read(JsonNode button) {
        return send("GET", path(button), "").expect(200).json();
    }

    public Reply patch(JsonNode button, String body) {
        return send("PATCH", path(button), body);
    }

    public Reply send(String method, String path, String body) {
        return client.send(request(path).method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    public HttpRequest.Builder request(String path) {
        return client.request(path).header("Authorization", "Bearer " + key).header("Content-Type", "application/json");
    }

    public Reply send(HttpRequest.Builder request) {
        return client.send(request);
    }

    public static String path(JsonNode button) {
        return PATH + "/" + button.get("id").asString();
    }

    public static String page(JsonNode button) {
        return "/pay/button/" + button.get("id").asString();
    }
}
