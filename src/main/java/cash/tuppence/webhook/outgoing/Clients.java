package cash.tuppence.webhook.outgoing;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Sets up an HTTP client that trusts nobody. */
final class Clients {
    private static final int MOST_HEADERS = 100;
    private static final int MOST_HEADER_CHARACTERS = 16 * 1024;

    private Clients() {}

    /** No redirects, repetitions, cookies, proxies, remembered sign-ins, or bodies that grow when unpacked. */
    static CloseableHttpClient cautious(CheckedNames names, Limits limits) {
        return HttpClients.custom()
                .setConnectionManager(connections(names, limits))
                .setDefaultRequestConfig(requests(limits))
                .setUserAgent("Tuppence-Webhooks/1")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(CheckedNames names, Limits limits) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(names)
                .setMaxConnTotal(limits.mostConnections())
                .setMaxConnPerRoute(limits.mostConnections())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(limits.connect()))
                        .setSocketTimeout(Timeout.of(limits.whole()))
                        // A receiver that closed an idle connection meanwhile must not cost a failed attempt.
                        .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .build())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxHeaderCount(MOST_HEADERS)
                                .setMaxLineLength(MOST_HEADER_CHARACTERS)
                                .build())
                        .build())
                .build();
    }

    private static RequestConfig requests(Limits limits) {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(limits.whole()))
                .setResponseTimeout(Timeout.of(limits.whole()))
                .setProtocolUpgradeEnabled(false)
                .setExpectContinueEnabled(false)
                .build();
    }
}
