package cash.tuppence.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

/** Sets a scene through the public API, with the demo's own token, so that a newcomer has something to spend. */
final class Demo {
    private static final String PAYERS_TOKEN = "pat_demo_payer";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private Demo() {}

    static void hand(Member member, String dollars) {
        String body = """
            {"recipient": "@%s", "amount": {"amount": "%s", "currency": "USD"}, "message": "To begin with"}
            """.formatted(member.handle(), dollars);
        HttpRequest request = HttpRequest.newBuilder(Sites.tuppence("/api/v1/transfers"))
                .header("Authorization", "Bearer " + PAYERS_TOKEN)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .timeout(Duration.ofSeconds(15))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = send(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
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
