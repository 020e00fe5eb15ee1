package cash.tuppence.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sets a scene through the public API, with tokens and keys that exist in the demo alone. */
final class Demo {
    static final String LIVE_KEY = "sk_live_demo_corner_shop";
    static final String TEST_KEY = "sk_test_demo_corner_shop";
    private static final String PAYERS_TOKEN = "pat_demo_payer";
    private static final Pattern URL = Pattern.compile("\"url\":\"([^\"]+)\"");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private Demo() {}

    static void hand(Member member, String dollars) {
        String body = """
            {"recipient": "@%s", "amount": {"amount": "%s", "currency": "USD"}, "message": "To begin with"}
            """.formatted(member.handle(), dollars);
        post("/api/v1/transfers", PAYERS_TOKEN, body);
    }

    /** A checkout of the corner shop's that leads back to its page of gifts, with more fields if need be; its address. */
    static URI checkout(String secretKey, String currency, String moreFields) {
        String body = """
            {"amount": {"amount": "0.05", "currency": "%s"}, "description": "Five penny sweets", "reference": "order-17",
             "return_url": "%s"%s}
            """.formatted(currency, Sites.shop("/gifts"), moreFields);
        Matcher url = URL.matcher(post("/api/v1/checkouts", secretKey, body));
        assertThat(url.find()).isTrue();
        return URI.create(url.group(1));
    }

    private static String post(String path, String token, String body) {
        HttpRequest request = HttpRequest.newBuilder(Sites.tuppence(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .timeout(Duration.ofSeconds(15))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = send(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.body();
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException away) {
            throw new AssertionError("No answer from " + request.uri(), away);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopping);
        }
    }
}
