package cash.tuppence.torture;

import static cash.tuppence.checkout.Merchant.LIVE_KEY;

import cash.tuppence.checkout.Merchant;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.torture.Call.Purse;
import cash.tuppence.wallet.api.ApiClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** What two want of which there is one, each of them at a server of their own. */
final class Contests implements AutoCloseable {
    private static final String TRANSFERS = "/api/v1/transfers";
    private static final int MANY = 30;
    private static final int CENTS_EACH = 5;

    private final ExecutorService threads = Executors.newFixedThreadPool(MANY);
    private final List<TestBrowser> servers;
    private final TestBrowser payer;
    private final TestBrowser friend;
    private final TestBrowser librarian;
    private int number;

    Contests(List<String> urls) {
        servers = urls.stream().map(TestBrowser::new).toList();
        payer = signedIn(urls.get(0), "payer");
        friend = signedIn(urls.get(1), "friend");
        librarian = signedIn(urls.get(0), "library");
    }

    private static TestBrowser signedIn(String url, String person) {
        TestBrowser browser = new TestBrowser(url);
        browser.post("/login", Map.of("email", person + "@example.test", "password", "tuppence-demo"))
                .expect(303);
        return browser;
    }

    /** What both are answered; where one was still at it, it is asked once more. */
    List<Reply> callBothUnderOneKey(Purse from, Purse to) {
        Call call = new Call("contest-" + number++, from, to, 1);
        List<Supplier<Reply>> calls = new ArrayList<>();
        servers.forEach(server -> calls.add(() -> untilDecided(server, call)));
        return atOnce(calls);
    }

    private static Reply untilDecided(TestBrowser server, Call call) {
        Reply reply = send(server, call);
        while (reply.status() == 409) {
            reply = send(server, call);
        }
        return reply;
    }

    private static Reply send(TestBrowser server, Call call) {
        return new ApiClient(server, call.from().token()).post(TRANSFERS, call.body(), Optional.of(call.key()));
    }

    /** What two payers of one checkout are answered, and how it stands then. */
    List<Reply> payOneCheckoutTwice() {
        ApiClient shop = new ApiClient(servers.get(1), LIVE_KEY);
        String path = Merchant.payPath(
                shop.post("/api/v1/checkouts", Merchant.order("0.01").toString())
                        .expect(201)
                        .json());
        return bothPost(path, "pay", payer, friend);
    }

    /** What two takers of one invitation are answered. */
    List<Reply> takeOneInvitationTwice() {
        String receipt = payer.post("/send", Map.of("to", "niece-" + number++ + "@example.test", "amount", "0.01"))
                .expect(303)
                .location();
        String link = payer.get(receipt).hook("claim-link").orElseThrow();
        return bothPost(link.substring(link.indexOf("/claim/")), "accept", librarian, friend);
    }

    private List<Reply> bothPost(String path, String action, TestBrowser one, TestBrowser other) {
        List<Supplier<Reply>> posts = new ArrayList<>();
        for (TestBrowser browser : List.of(one, other)) {
            Map<String, String> form = new HashMap<>(browser.get(path).hiddenFields());
            form.put("action", action);
            posts.add(() -> browser.postOnly(path, form));
        }
        return atOnce(posts);
    }

    /** What so many are answered who want to spend the same cash; each takes {@link #CENTS_EACH}. */
    List<Reply> spendMoreThanThereIs(Purse from, Purse to) {
        List<Supplier<Reply>> calls = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            TestBrowser server = servers.get(i % servers.size());
            Call call = new Call("contest-" + number++, from, to, CENTS_EACH);
            calls.add(() -> send(server, call));
        }
        return atOnce(calls);
    }

    private <T> List<T> atOnce(List<Supplier<T>> work) {
        List<CompletableFuture<T>> running = work.stream()
                .map(one -> CompletableFuture.supplyAsync(one, threads))
                .toList();
        return running.stream().map(CompletableFuture::join).toList();
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
