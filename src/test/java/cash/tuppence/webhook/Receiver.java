package cash.tuppence.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A merchant's server that checks signatures as Standard Webhooks describes it, with none of our code. */
public final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile ToIntFunction<Call> status = call -> 200;
    private final Object arrival = new Object();
    private volatile boolean silent;

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/callback", this::take);
        server.setExecutor(threads);
        server.start();
    }

    public String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public String url() {
        return origin() + "/callback";
    }

    public void answerWith(int fixed) {
        status = call -> fixed;
    }

    /** Takes calls and never answers. */
    public void fallSilent() {
        silent = true;
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    public List<String> ids() {
        return calls.stream().map(Call::id).toList();
    }

    /** Waits until that many calls came, or so long. */
    public void await(int count, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        synchronized (arrival) {
            while (calls.size() < count && System.nanoTime() < end) {
                arrival.wait(100);
            }
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        Call call = new Call(
                exchange.getRequestHeaders().getFirst("webhook-id"),
                Long.parseLong(exchange.getRequestHeaders().getFirst("webhook-timestamp")),
                exchange.getRequestHeaders().getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        calls.add(call);
        synchronized (arrival) {
            arrival.notifyAll();
        }
        if (silent) {
            awaitClose();
        }
        byte[] answer = "noted".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status.applyAsInt(call), answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdown();
    }

    /** One request. */
    public record Call(String id, long timestampSeconds, String signatures, String body) {

        /** "The signature is made of the id, the timestamp and the raw body, joined by full stops." */
        public boolean isSignedWith(String secret) {
            byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                byte[] content = (id + "." + timestampSeconds + "." + body).getBytes(StandardCharsets.UTF_8);
                byte[] expected = mac.doFinal(content);
                return Arrays.stream(signatures.split(" "))
                        .filter(signature -> signature.startsWith("v1,"))
                        .map(signature -> Base64.getDecoder().decode(signature.substring(3)))
                        .anyMatch(given -> MessageDigest.isEqual(given, expected));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
