package cash.tuppence.checkout.docs;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.app.config.Setting;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestProcess;
import cash.tuppence.testing.TestServer;
import cash.tuppence.webhook.signing.Message;
import cash.tuppence.webhook.signing.SigningSecret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The guide's shops, pasted together from the page as it tells, sell a tin of tea to a running Tuppence and are not fooled. */
class GuideShopsTest {
    private static final SigningSecret CALLBACK_SECRET = SigningSecret.parse(
                    "whsec_dHVwcGVuY2UtZGVtby1jYWxsYmFjay1zZWNyZXQhIQ==")
            .orElseThrow();
    private static final Pattern READY = Pattern.compile("My shop is ready|Development Server .* started");
    private static final int MOST_LINES = 10;

    private static TestServer server;
    private static Reply guide;
    private static String shop;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() throws IOException {
        shop = "http://127.0.0.1:" + freePort();
        server = TestServer.with(Setting.DEMO_SHOP_URL, shop).start();
        server.clock().run();
        guide = server.browser().get("/docs/").expect(200);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"js", "php", "py", "java"})
    void askingToBePaidTakesTenLines(String language) {
        assertThat(ownLines("ask", language)).hasSizeLessThanOrEqualTo(MOST_LINES);
    }

    private static List<String> ownLines(String part, String language) {
        return block(part, language)
                .lines()
                .filter(line -> !line.isBlank())
                .filter(line -> !line.matches("(import|from|public class|<\\?php).*"))
                .toList();
    }

    @Test
    void theShopInTenLinesIsPaidAndNotFooled() throws Exception {
        assertThat(ownLines("first", "js")).hasSizeLessThanOrEqualTo(MOST_LINES);
        Files.writeString(folder.resolve("first.mjs"), block("first", "js"));
        try (TestProcess process = start(block("run-first", "js"))) {
            process.await(READY);
            String url = send(post("/")).headers().firstValue("Location").orElseThrow();
            String back = server.signedIn("shop")
                    .post(url.substring(server.baseUrl().length()), Map.of("action", "pay"))
                    .expect(303)
                    .location();
            String forged = back.replace("tuppence_amount=2.50", "tuppence_amount=0.25");
            assertThat(send(HttpRequest.newBuilder(URI.create(forged))).statusCode())
                    .isEqualTo(400);
            assertThat(send(HttpRequest.newBuilder(URI.create(back))).body()).isEqualTo("paid");
        }
    }

    @ParameterizedTest
    @CsvSource({"js, shop.mjs", "php, shop.php", "py, shop.py", "java, Shop.java"})
    void theShopSellsATinOfTeaAndIsNotFooled(String language, String file) throws Exception {
        Files.writeString(folder.resolve(file), wholeShop(language));
        try (TestProcess process = start(block("run", language))) {
            process.await(READY);
            assertThat(send(HttpRequest.newBuilder(URI.create(shop + "/"))).body())
                    .contains("<tuppence-button create=\"/checkout\">", server.baseUrl() + "/plugin/v1/tuppence.js");

            HttpResponse<String> byForm = send(post("/checkout"));
            assertThat(byForm.statusCode()).isEqualTo(303);
            String unpaid = byForm.headers().firstValue("Location").orElseThrow();
            assertThat(unpaid).startsWith(server.baseUrl() + "/pay/co_");

            String url = url(send(post("/checkout").header("Accept", "application/json")));
            String back = server.signedIn("payer")
                    .post(url.substring(server.baseUrl().length()), Map.of("action", "pay"))
                    .expect(303)
                    .location();
            HttpResponse<String> seen = send(HttpRequest.newBuilder(URI.create(back)));
            assertThat(seen.statusCode()).as(seen.body()).isEqualTo(200);
            assertThat(seen.body()).startsWith("order-").endsWith(": paid");
            String order = seen.body().replace(": paid", "");
            process.await(Pattern.compile(Pattern.quote(order + " is paid")));

            refusesForgedRedirects(back);
            refusesForgedCallbacks(process, unpaid.substring(unpaid.lastIndexOf('/') + 1));
        }
    }

    private void refusesForgedRedirects(String back) throws Exception {
        List<String> forged = List.of(
                back.replace("tuppence_state=paid", "tuppence_state=authorized"),
                back.replace("tuppence_amount=2.50", "tuppence_amount=0.25"),
                back.replace("tuppence_currency=USD", "tuppence_currency=XTS"),
                back.replace("tuppence_reference=order-", "tuppence_reference=order-x"),
                back.replace("tuppence_checkout=co_", "tuppence_checkout=co_x"),
                back.replaceFirst("tuppence_timestamp=\\d", "tuppence_timestamp=2"),
                back.replaceFirst("&tuppence_signature=.*", ""));
        for (String address : forged) {
            assertThat(address).isNotEqualTo(back);
            assertThat(send(HttpRequest.newBuilder(URI.create(address))).statusCode())
                    .as(address)
                    .isEqualTo(400);
        }
    }

    /** Signed is what says that a checkout of ours was paid, though for less; and news of something else. */
    private void refusesForgedCallbacks(TestProcess process, String checkout) throws Exception {
        String news =
                "{\"type\":\"checkout.paid\",\"timestamp\":\"2026-11-21T12:00:00Z\",\"livemode\":true,\"data\":{\"id\":\""
                        + checkout + "\",\"state\":\"paid\",\"amount\":{\"amount\":\"0.01\",\"currency\":\"USD\"},"
                        + "\"reference\":\"order-cheap\",\"sequence\":2}}";
        assertThat(callback(news, news, Instant.now())).isBetween(200, 299);
        assertThat(callback(
                        "{\"type\":\"transfer.received\",\"livemode\":true,\"data\":{\"id\":\"tr_1\"}}", Instant.now()))
                .isBetween(200, 299);
        assertThat(callback(news, news.replace("0.01", "2.50"), Instant.now())).isEqualTo(400);
        assertThat(callback(news, news, Instant.now().minusSeconds(400))).isEqualTo(400);
        assertThat(send(post("/callback")).statusCode()).isEqualTo(400);
        assertThat(process.lines()).noneMatch(line -> line.contains("order-cheap is paid"));
    }

    private int callback(String body, Instant at) throws Exception {
        return callback(body, body, at);
    }

    private int callback(String signed, String sent, Instant at) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(shop + "/callback"));
        new Message("evt_1", signed.getBytes(StandardCharsets.UTF_8))
                .headers(at, List.of(CALLBACK_SECRET))
                .forEach(request::header);
        return send(request.POST(HttpRequest.BodyPublishers.ofString(sent))).statusCode();
    }

    private static HttpRequest.Builder post(String path) {
        return HttpRequest.newBuilder(URI.create(shop + path)).POST(HttpRequest.BodyPublishers.noBody());
    }

    /** By a client of its own: what these small servers close is not to be met by the next request. */
    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String url(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().replaceFirst(".*\"url\": ?\"([^\"]*)\".*", "$1").replace("\\/", "/");
    }

    private TestProcess start(String commands) throws InterruptedException {
        List<String> lines = commands.lines().toList();
        Map<String, String> quiet = Map.of("npm_config_audit", "false", "npm_config_update_notifier", "false");
        for (String before : lines.subList(0, lines.size() - 1)) {
            try (TestProcess shell = TestProcess.start(folder, quiet, List.of("bash", "-c", before))) {
                assertThat(shell.awaitExit())
                        .as(String.join("\n", shell.lines()))
                        .isZero();
            }
        }
        return TestProcess.start(folder, Map.of(), List.of("bash", "-c", "exec " + lines.get(lines.size() - 1)));
    }

    private static String wholeShop(String language) {
        return Stream.of("ask", "back", "callback", "serve")
                .map(part -> block(part, language))
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    private static String block(String part, String language) {
        return guide.hook(part + "-" + language).orElseThrow();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
