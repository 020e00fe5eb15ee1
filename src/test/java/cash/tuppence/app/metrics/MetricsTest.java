package cash.tuppence.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.app.config.Setting;
import cash.tuppence.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void tellWhatTheStageDid() {
        try (TestServer server = TestServer.start()) {
            double acceptedBefore = value(server, "tuppence_stage_postings_total{outcome=\"accepted\"}");
            double batchesBefore = value(server, "tuppence_stage_batch_postings_count");
            server.signedIn("payer")
                    .post("/send", Map.of("to", "@friend", "amount", "0.01", "message", "", "visibility", "private"))
                    .expect(303);
            server.signedIn("payer")
                    .post("/send", Map.of("to", "@friend", "amount", "9000", "message", "", "visibility", "private"))
                    .expect(422);

            assertThat(value(server, "tuppence_stage_postings_total{outcome=\"accepted\"}"))
                    .isEqualTo(acceptedBefore + 1);
            assertThat(value(server, "tuppence_stage_postings_total{outcome=\"refused\"}"))
                    .isEqualTo(1);
            assertThat(value(server, "tuppence_stage_batch_postings_count")).isEqualTo(batchesBefore + 2);
            for (String lap : new String[] {"lock", "decide", "write", "commit"}) {
                assertThat(value(server, "tuppence_stage_" + lap + "_seconds_count"))
                        .as(lap)
                        .isEqualTo(batchesBefore + 2);
                assertThat(value(server, "tuppence_stage_" + lap + "_seconds_sum"))
                        .as(lap)
                        .isPositive();
            }
            assertThat(value(server, "tuppence_stage_queue_postings")).isZero();
            assertThat(value(server, "tuppence_database_waiting")).isZero();
        }
    }

    @Test
    void areForOperatorsWhereTheWorldReachesTheServer() {
        try (TestServer server = TestServer.start()) {
            HttpResponse<String> unknown = get(server, "");
            assertThat(unknown.statusCode()).isEqualTo(401);
            assertThat(unknown.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(get(server, "Bearer pat_demo_payer").statusCode()).isEqualTo(403);
            assertThat(get(server, "Bearer pat_demo_admin").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void areForAnybodyOnThisMachineWhereTheWorldDoesNot() {
        try (TestServer server = TestServer.with(Setting.BASE_URL, "").start()) {
            HttpResponse<String> metrics = get(server, "");
            assertThat(metrics.statusCode()).isEqualTo(200);
            assertThat(metrics.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/plain");
        }
    }

    private double value(TestServer server, String series) {
        String body = get(server, "Bearer pat_demo_admin").body();
        Matcher line = Pattern.compile("^" + Pattern.quote(series) + " (\\S+)$", Pattern.MULTILINE)
                .matcher(body);
        assertThat(line.find()).as(series + " in\n" + body).isTrue();
        return Double.parseDouble(line.group(1));
    }

    private HttpResponse<String> get(TestServer server, String authorization) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/metrics"));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
