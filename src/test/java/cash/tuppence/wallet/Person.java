package cash.tuppence.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody with a wallet of their own, signed in. */
public record Person(TestBrowser browser, String handle) {
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Signs up, with nothing in the wallet. */
    public static Person newcomer(TestServer server) {
        return signUp(server.browser(), "/signup");
    }

    /** Signs up, and is given that by the demo's payer. */
    public static Person with(TestServer server, TestBrowser payer, String amount) {
        Person person = newcomer(server);
        new Person(payer, "payer").send(person.at(), amount);
        return person;
    }

    /** Signs up on a page that says where to go on to. */
    public static Person signUp(TestBrowser browser, String page) {
        int number = COUNT.incrementAndGet();
        String handle = "person-" + number;
        Map<String, String> form = Map.of(
                "name", "Person " + number,
                "handle", handle,
                "email", handle + "@example.test",
                "password", "a-long-enough-secret",
                "region", "US-UT",
                "adult", "true",
                "terms", "true");
        browser.post(page, "/signup", form).expect(303);
        return new Person(browser, handle);
    }

    public String at() {
        return "@" + handle;
    }

    /** What the wallet page shows, such as {@code $12.34}. */
    public String balance() {
        return browser.get("/wallet").expect(200).hook("balance").orElseThrow();
    }

    /** Sends it, and says where the receipt is. */
    public String send(String to, String amount) {
        return path(sendForm(to, amount).expect(303));
    }

    /** The reply to a send form. */
    public Reply sendForm(String to, String amount) {
        return browser.post("/send", form(to, amount));
    }

    /** A send form, filled in. */
    public static Map<String, String> form(String to, String amount) {
        return new HashMap<>(Map.of("to", to, "amount", amount, "message", "for the bus", "visibility", "private"));
    }

    /** A send form, filled in, with the hidden fields of one showing of the page. */
    public Map<String, String> openForm(String to, String amount) {
        Map<String, String> form = new HashMap<>(browser.get("/send").hiddenFields());
        form.putAll(form(to, amount));
        return form;
    }

    /** Sends cash to an address that nobody confirmed, and says where it can be claimed. */
    public String invite(String email, String amount) {
        String link = browser.get(send(email, amount)).hook("claim-link").orElseThrow();
        return link.substring(link.indexOf("/claim/"));
    }

    /** Where a reply redirects to. */
    public static String path(Reply reply) {
        assertThat(reply.location()).startsWith("/");
        return reply.location();
    }
}
