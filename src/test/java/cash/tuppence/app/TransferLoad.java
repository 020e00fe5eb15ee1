package cash.tuppence.app;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** People who send pennies to {@code @friend} over kept-alive connections, as fast as they are answered. */
final class TransferLoad {

    private static final String BODY = """
            {"recipient":"@friend","amount":{"amount":"0.01","currency":"USD"}}""";
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"(tr_\\w+)\"");
    private static final int CREATED = 201;

    private final String token;
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Collection<String> faults = new ConcurrentLinkedQueue<>();
    private final List<Thread> senders = new ArrayList<>();

    TransferLoad(String token) {
        this.token = token;
    }

    /** Returns once so many were acknowledged; the senders go on until the server is gone. */
    void start(String url, int senderCount, int acknowledgedCount) throws InterruptedException {
        CountDownLatch enough = new CountDownLatch(acknowledgedCount);
        for (int number = 0; number < senderCount; number++) {
            String name = "sender-" + number;
            Thread sender = new Thread(() -> send(url, name, enough), name);
            senders.add(sender);
            sender.start();
        }
        enough.await();
    }

    void awaitEnd() throws InterruptedException {
        for (Thread sender : senders) {
            sender.join();
        }
    }

    private void send(String url, String name, CountDownLatch enough) {
        HttpClient client = client();
        for (int number = 0; ; number++) {
            String key = name + "-" + number;
            try {
                HttpResponse<String> response = post(client, url, key);
                if (response.statusCode() != CREATED) {
                    faults.add(response.statusCode() + " " + response.body());
                    return;
                }
                acknowledged.put(key, id(response));
                enough.countDown();
            } catch (ConnectException e) {
                // Nobody listens any more: this one was never accepted.
                return;
            } catch (IOException | InterruptedException e) {
                faults.add(e.toString());
                return;
            }
        }
    }

    /** Sends each request that was ever made once more, under its key, and returns the ids by key. */
    Map<String, String> sendAllAgain(String url) throws IOException, InterruptedException {
        HttpClient client = client();
        Map<String, String> ids = new ConcurrentHashMap<>();
        for (String key : List.copyOf(asked)) {
            ids.put(key, id(post(client, url, key)));
        }
        return ids;
    }

    /** The sender's balance, in dollars as the API prints them. */
    String balance(String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/v1/me"))
                .header("Authorization", "Bearer " + token)
                .build();
        String me = client().send(request, HttpResponse.BodyHandlers.ofString()).body();
        Matcher amount = Pattern.compile("\"amount\"\\s*:\\s*\"([0-9.]+)\"").matcher(me);
        if (!amount.find()) {
            throw new AssertionError("no balance in " + me);
        }
        return amount.group(1);
    }

    private HttpResponse<String> post(HttpClient client, String url, String key)
            throws IOException, InterruptedException {
        asked.add(key);
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/v1/transfers"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(BODY))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String id(HttpResponse<String> response) {
        Matcher id = ID.matcher(response.body());
        if (!id.find()) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return id.group(1);
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /** How many transfers were asked for, answered or not. */
    int askedCount() {
        return asked.size();
    }

    Map<String, String> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    /** Requests that were accepted and yet not answered as they should. */
    List<String> faults() {
        return List.copyOf(faults);
    }
}
