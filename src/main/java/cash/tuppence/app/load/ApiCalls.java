package cash.tuppence.app.load;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import tools.jackson.databind.json.JsonMapper;

/** The server's API over connections that are kept open, one for each who calls at a time. */
final class ApiCalls implements AutoCloseable {
    private static final Timeout PATIENCE = Timeout.ofSeconds(60);
    private static final Timeout TO_CONNECT = Timeout.ofSeconds(5);

    private final String base;
    private final CloseableHttpClient client;

    ApiCalls(URI url, int connections) {
        base = url.toString().replaceAll("/+$", "");
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(connections)
                        .setMaxConnPerRoute(connections)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(TO_CONNECT)
                                .setSocketTimeout(PATIENCE)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(PATIENCE)
                        .setResponseTimeout(PATIENCE)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent("Tuppence-Load/1")
                // It repeats by itself, under the same key, and counts how often.
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableConnectionState()
                .build();
    }

    Answered get(String path, String token) throws IOException {
        return send(new HttpGet(base + path), token);
    }

    Answered post(String path, String token, String idempotencyKey, Map<String, ?> body) throws IOException {
        HttpPost request = new HttpPost(base + path);
        request.setHeader("Idempotency-Key", idempotencyKey);
        request.setEntity(new StringEntity(JsonMapper.shared().writeValueAsString(body), ContentType.APPLICATION_JSON));
        return send(request, token);
    }

    private Answered send(HttpUriRequestBase request, String token) throws IOException {
        request.setHeader("Authorization", "Bearer " + token);
        return client.execute(request, ApiCalls::read);
    }

    private static Answered read(ClassicHttpResponse response) throws IOException {
        try {
            String body = response.getEntity() == null ? "" : EntityUtils.toString(response.getEntity());
            return new Answered(
                    response.getCode(), body, seconds(response), response.containsHeader("Idempotent-Replayed"));
        } catch (ParseException e) {
            throw new IOException("an answer that cannot be read", e);
        }
    }

    /** A time may be said as a date, too; then it is a short while. */
    private static long seconds(ClassicHttpResponse response) {
        return Optional.ofNullable(response.getFirstHeader("Retry-After"))
                .map(Header::getValue)
                .filter(value -> value.matches("\\d{1,4}"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
