package cash.tuppence.wallet.api;

import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import java.net.http.HttpRequest;
import java.util.Optional;

/** A program that calls the API with one token. */
public record ApiClient(TestBrowser browser, String token) {
    public static ApiClient of(TestServer server, String token) {
        return new ApiClient(server.browser(), token);
    }

    public Reply get(String path) {
        return browser.send(
                browser.request(path).header("Authorization", "Bearer " + token).GET());
    }

    public Reply post(String path, String body) {
        return post(path, body, Optional.empty());
    }

    public Reply post(String path, String body, Optional<String> key) {
        HttpRequest.Builder request = browser.request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        key.ifPresent(value -> request.header("Idempotency-Key", value));
        return browser.send(request);
    }

    /** What is there in USD, held cash included. */
    public String balance() {
        for (var balance : get("/api/v1/me").expect(200).json().get("balances")) {
            if (balance.get("currency").asString().equals("USD")) {
                return balance.get("amount").asString() + " held "
                        + balance.get("held").asString();
            }
        }
        return "none";
    }
}
