package cash.tuppence.business.connect;

import cash.tuppence.db.Tokens;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A store's program that asks for a key: what it sends, and what it reads in the address that leads back to it. */
final class Plugin {
    static final String RETURN_URL = "https://shop.example/admin?page=cash";
    static final String STATE = "a b&c=d/%+";
    static final String VERIFIER = "a-verifier-of-at-least-43-characters-.~_-0123456789";

    private final TestServer server;
    private final Map<String, String> asked = new LinkedHashMap<>();

    Plugin(TestServer server) {
        this.server = server;
        asked.put("name", "Shop plugin");
        asked.put("return_url", RETURN_URL);
        asked.put("state", STATE);
        asked.put("permissions", "checkouts:write");
        asked.put("mode", "live");
        asked.put("code_challenge", Challenge.write(Tokens.sha256(VERIFIER)));
    }

    /** The same asking, but for one parameter; without it where the value is empty. */
    Plugin with(String name, String value) {
        Plugin other = new Plugin(server);
        other.asked.putAll(asked);
        if (value.isEmpty()) {
            other.asked.remove(name);
        } else {
            other.asked.put(name, value);
        }
        return other;
    }

    /** Where it sends its merchant. */
    String path() {
        return "/business/connect?"
                + asked.entrySet().stream()
                        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    Reply shownTo(TestBrowser browser) {
        return browser.get(path());
    }

    Reply answeredBy(TestBrowser browser, String action, Map<String, String> more) {
        Map<String, String> fields = new LinkedHashMap<>(more);
        fields.put("action", action);
        return browser.post(path(), "/business/connect", fields);
    }

    Reply acceptedBy(TestBrowser browser, String business) {
        return answeredBy(browser, "accept", Map.of("business", business));
    }

    /** The code with which it is told yes. */
    String code(TestBrowser browser, String business) {
        return read(acceptedBy(browser, business).expect(303).location()).get("code");
    }

    static Map<String, String> read(String location) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : URI.create(location).getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    Reply exchange(String code) {
        return exchange(Map.of("code", code, "return_url", asked.get("return_url"), "code_verifier", VERIFIER));
    }

    Reply exchange(Map<String, String> body) {
        TestBrowser program = server.browser();
        return program.send(program.request("/api/v1/connect/token")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body))));
    }
}
