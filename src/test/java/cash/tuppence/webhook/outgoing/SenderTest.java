package cash.tuppence.webhook.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.impl.InMemoryDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SenderTest {
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(1), Duration.ofSeconds(2), 4);
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: keep-alive\r\n\r\n";
    private static final byte[] JSON = "{}".getBytes(StandardCharsets.UTF_8);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final Sender sender = new Sender(AllowedAddresses.PUBLIC_AND_LOOPBACK, LIMITS);
    private final CountDownLatch over = new CountDownLatch(1);

    SenderTest() throws IOException {
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void close() {
        over.countDown();
        sender.close();
        server.stop(0);
        threads.shutdown();
    }

    @Test
    void bringsBackStatusAndText() {
        on("/ok", exchange -> answer(exchange, 202, "thank you\u0000"));

        Answer answer = post("/ok");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.isSuccess()).isTrue();
        assertThat(answer.text()).isEqualTo("thank you");
        assertThat(answer.fault()).isEqualTo(Fault.NONE);
    }

    @Test
    void sendsBodyAndHeadersAsTheyAre() {
        Map<String, String> seen = new ConcurrentHashMap<>();
        on("/echo", exchange -> {
            exchange.getRequestHeaders().forEach((name, values) -> seen.put(name.toLowerCase(), values.get(0)));
            answer(exchange, 200, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        });

        Answer answer =
                sender.post(url("/echo"), Map.of("webhook-id", "evt_1"), "{\"é\":1}".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.text()).isEqualTo("{\"é\":1}");
        assertThat(seen)
                .containsEntry("webhook-id", "evt_1")
                .containsEntry("user-agent", "Tuppence-Webhooks/1")
                .doesNotContainKeys("upgrade", "cookie", "expect");
        assertThat(seen.get("content-type")).startsWith("application/json");
    }

    @Test
    void keepsItsConnectionOpen() {
        Set<Integer> ports = ConcurrentHashMap.newKeySet();
        on("/ok", exchange -> {
            ports.add(exchange.getRemoteAddress().getPort());
            answer(exchange, 200, "yes");
        });

        for (int i = 0; i < 5; i++) {
            post("/ok");
        }

        assertThat(ports).hasSize(1);
    }

    @Test
    void followsNoRedirect() {
        on("/from", exchange -> {
            exchange.getResponseHeaders().set("Location", url("/to").toString());
            answer(exchange, 302, "");
        });
        on("/to", exchange -> answer(exchange, 200, ""));

        assertThat(post("/from").status()).isEqualTo(302);
    }

    @Test
    void readsNoMoreOfAnAnswerThanItNeeds() {
        on("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] piece = "a".repeat(8_192).getBytes(StandardCharsets.UTF_8);
            try (OutputStream body = exchange.getResponseBody()) {
                while (over.getCount() > 0) {
                    body.write(piece);
                }
            }
        });

        Answer answer = post("/endless");

        assertThat(answer.isSuccess()).isTrue();
        assertThat(answer.text()).hasSize(2_000);
        assertThat(answer.tookMillis()).isLessThan(LIMITS.whole().toMillis());
    }

    @Test
    void doesNotWaitLongerThanItsLimitForAnAnswer() {
        on("/silent", this::waitForTheEnd);

        Answer answer = post("/silent");

        assertThat(answer.fault()).isEqualTo(Fault.TIMED_OUT);
        assertThat(answer.tookMillis()).isBetween(1_900L, 3_000L);
    }

    @Test
    void anAnswerThatDripsIsCutOff() {
        on("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                while (!over.await(100, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                    body.write('a');
                    body.flush();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        Answer answer = post("/drip");

        assertThat(answer.fault()).isEqualTo(Fault.TIMED_OUT);
        assertThat(answer.tookMillis()).isLessThan(3_000);
    }

    @Test
    void whereNobodyListensIsAFault() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        Answer answer = sender.post(URI.create("http://127.0.0.1:" + port + "/"), Map.of(), JSON);

        assertThat(answer.fault()).isEqualTo(Fault.NOT_CONNECTED);
        assertThat(answer.status()).isZero();
    }

    @Test
    void anAnswerThatIsNotHttpIsAFault() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> {
                try (var connection = socket.accept()) {
                    connection.getOutputStream().write("HTTP/1.1 99999 what\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });

            Answer answer = sender.post(URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/"), Map.of(), JSON);

            assertThat(answer.fault()).isEqualTo(Fault.BROKEN_OFF);
        }
    }

    @Test
    void aConnectionThatWasClosedMeanwhileCostsNoAttempt() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Future<Integer> connections = threads.submit(() -> serve(socket, 2, OK));

            assertThat(post(socket).status()).isEqualTo(200);
            assertThat(post(socket).status()).isEqualTo(200);
            assertThat(connections.get()).isEqualTo(2);
        }
    }

    @Test
    void whoHangsUpOnAFreshConnectionIsNotAskedTwice() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 2, InetAddress.getLoopbackAddress())) {
            Future<Integer> connections = threads.submit(() -> serve(socket, 1, ""));

            assertThat(post(socket).fault()).isEqualTo(Fault.BROKEN_OFF);
            assertThat(connections.get()).isOne();
            socket.setSoTimeout(1);
            assertThatThrownBy(socket::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    /** Promises to keep each connection open, and closes it after one answer. */
    private static int serve(ServerSocket socket, int connections, String answer) throws IOException {
        for (int i = 0; i < connections; i++) {
            try (Socket connection = socket.accept()) {
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
                while (!lines.readLine().isEmpty()) {}
                lines.skip(JSON.length);
                connection.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            }
        }
        return connections;
    }

    private Answer post(ServerSocket socket) {
        return sender.post(URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/"), Map.of(), JSON);
    }

    @Test
    void privateAddressesAreNotEvenConnectedTo() {
        on("/inside", exchange -> answer(exchange, 200, "secret"));
        try (Sender cautious = new Sender(AllowedAddresses.PUBLIC, LIMITS)) {
            for (String host : new String[] {
                "127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f000001", "127.1", "0.0.0.0"
            }) {
                Answer answer = cautious.post(
                        URI.create("http://" + host + ":" + server.getAddress().getPort() + "/inside"), Map.of(), JSON);

                assertThat(answer.status()).as(host).isZero();
                assertThat(answer.fault()).as(host).isIn(Fault.ADDRESS_REFUSED, Fault.NAME_UNKNOWN);
            }
        }
    }

    @Test
    void aNameThatLeadsInsideIsRefusedAndAnOuterAddressBesideItIsUsed() throws IOException {
        on("/inside", exchange -> answer(exchange, 200, "secret"));
        InMemoryDnsResolver names = new InMemoryDnsResolver();
        names.add("rebound.example", InetAddress.getByName("127.0.0.1"), InetAddress.getByName("10.0.0.1"));
        names.add(
                "mixed.example",
                InetAddress.getByName("127.0.0.1"),
                InetAddress.getByAddress("mixed.example", new byte[] {8, 8, 8, 8}));
        CheckedNames checked = new CheckedNames(names, AllowedAddresses.PUBLIC);

        try (Sender cautious = new Sender(checked, LIMITS)) {
            URI url = URI.create("http://rebound.example:" + server.getAddress().getPort() + "/inside");
            assertThat(cautious.post(url, Map.of(), JSON).fault()).isEqualTo(Fault.ADDRESS_REFUSED);
        }
        assertThat(checked.resolve("mixed.example")).containsExactly(InetAddress.getByAddress(new byte[] {8, 8, 8, 8}));
    }

    @Test
    void aConnectionGoesToTheAddressThatWasChecked() throws IOException {
        on(
                "/shop",
                exchange -> answer(exchange, 200, exchange.getRequestHeaders().getFirst("Host")));
        InMemoryDnsResolver names = new InMemoryDnsResolver();
        names.add("shop.example", InetAddress.getByName("127.0.0.1"));

        try (Sender demo = new Sender(new CheckedNames(names, AllowedAddresses.PUBLIC_AND_LOOPBACK), LIMITS)) {
            int port = server.getAddress().getPort();
            Answer answer = demo.post(URI.create("http://shop.example:" + port + "/shop"), Map.of(), JSON);
            assertThat(answer.text()).isEqualTo("shop.example:" + port);
        }
    }

    private void waitForTheEnd(HttpExchange exchange) {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void on(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private Answer post(String path) {
        return sender.post(url(path), Map.of(), JSON);
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }
}
