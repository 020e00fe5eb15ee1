package cash.tuppence.hostile;

import cash.tuppence.checkout.Merchant;
import cash.tuppence.checkout.button.Shelf;
import cash.tuppence.hostile.Actor.Sent;
import cash.tuppence.member.terms.Declaration;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Person;
import cash.tuppence.wallet.api.ApiClient;
import cash.tuppence.web.Route;
import cash.tuppence.web.guard.Csrf;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is there before anybody means harm. The demo's payer and shop have cash, secrets and things under way; the
 * library has a business, too, and nothing in any wallet, so that whatever it does can move nothing.
 */
final class Scene {
    /** Registered by both businesses, so that pages may lead there. */
    static final String SITE = Merchant.SHOP;

    static final String VICTIM = "payer";
    static final String MERCHANT = "shop";
    static final String ATTACKER = "library";
    static final String OPERATOR = "admin";

    /** In texts of the payer and the shop that are nobody else's business. */
    private static final String CANARY = "canary-4c1t";

    /** Whatever takes it keeps it, and every page that shows it must escape it. */
    private static final String MARKUP = "<hx7q onhx7q=1>'\"</p>${7919*7907}[[${7919*7907}]]";

    private static final Pattern ID = Pattern.compile("\\b(tr|co|btn|re|evt|we|dlv|w)_[0-9A-Za-z]{16,}");

    private final TestServer server;
    private final TestBrowser payer;
    private final TestBrowser shop;
    private final TestBrowser library;
    private final List<String> doors = new ArrayList<>();
    private String libraryKey = "";

    private Scene(TestServer server) {
        this.server = server;
        this.payer = server.signedIn(VICTIM);
        this.shop = server.signedIn(MERCHANT);
        this.library = server.signedIn(ATTACKER);
    }

    static Scene set(TestServer server) {
        Scene scene = new Scene(server);
        scene.payers();
        scene.shops();
        scene.librarys();
        scene.doors.addAll(new Letters(server).links());
        scene.doors.add("/terms/versions/" + Declaration.CURRENT_VERSION);
        return scene;
    }

    /** What the attacker and visitors must never read. */
    static List<String> secrets() {
        return List.of(CANARY, "payer@example.test", "shop@example.test");
    }

    /** The attacker's own secret key. */
    String libraryKey() {
        return libraryKey;
    }

    private void payers() {
        Map<String, String> gift = Person.form("@corner-shop", "1.00");
        gift.put("message", CANARY + MARKUP);
        payer.post("/send", gift).expect(303);
        doors.add(new Person(payer, VICTIM).invite("somebody@example.test", "1.00"));
        new Person(server.signedIn("friend"), "friend").send("@payer", "0.01");
        ApiClient.of(server, "pat_demo_payer")
                .post(
                        "/api/v1/transfers",
                        "{\"recipient\":\"@corner-shop\",\"mode\":\"hold\",\"message\":\"" + CANARY
                                + "\",\"amount\":{\"amount\":\"2.00\",\"currency\":\"USD\"}}")
                .expect(201);
    }

    private void shops() {
        shop.post("/business/corner-shop/keys", Map.of("name", CANARY + MARKUP, "mode", "live"))
                .expect(200);
        shop.post("/business/corner-shop/team", Map.of("role", "cashier", "note", CANARY + MARKUP));
        shop.post(
                "/business/corner-shop/webhooks/new",
                Map.of("url", "http://127.0.0.1:9/" + CANARY, "mode", "live", "*", "yes"));
        Merchant merchant = Merchant.live(server);
        JsonNode paid = merchant.created("3.00");
        payer.post(Merchant.payPath(paid), Map.of("action", "pay")).expect(303);
        furnish(merchant, Shelf.live(server));
        doors.add("/give/corner-shop");
    }

    private void librarys() {
        library.post("/business/library/settings/origins", Map.of("origin", SITE))
                .expect(303);
        Map<String, String> key = new LinkedHashMap<>(Map.of("name", "Till " + MARKUP, "mode", "live"));
        List.of("checkouts", "refunds", "buttons", "webhooks", "transfers")
                .forEach(of -> key.put(of + ":write", "yes"));
        Reply made = library.post("/business/library/keys", key).expect(200);
        libraryKey = made.hook("key").orElseThrow();
        library.post("/business/library/team", Map.of("role", "cashier", "note", MARKUP))
                .expect(303);
        Reply team = library.get("/business/library/team");
        doors.add(below(team.hook("invitation-link").orElseThrow()));
        library.post(
                "/business/library/webhooks/new", Map.of("url", "http://127.0.0.1:9/hook", "mode", "live", "*", "yes"));
        giveItAPicture();
        Merchant merchant = Merchant.withKey(server, libraryKey);
        Shelf shelf = Shelf.withKey(server, libraryKey);
        furnish(merchant, shelf);
        emptyAgain(merchant, shelf);
        ApiClient client = ApiClient.of(server, libraryKey);
        Map<String, String> ids = new LinkedHashMap<>();
        gather(client.get("/api/v1/webhook_endpoints").body(), ids);
        client.post("/api/v1/webhook_endpoints/" + ids.get("we") + "/ping", "").expect(200);
    }

    /** Paid by the payer, in three ways, and sent back: the wallet is as empty as before, and there is a story to it. */
    private void emptyAgain(Merchant merchant, Shelf shelf) {
        payer.post(Merchant.payPath(merchant.created("1.00")), Map.of("action", "pay"))
                .expect(303);
        String button = Shelf.page(shelf.made(Shelf.fixed("1.00")));
        doors.add(button);
        doors.add(button + "/thanks");
        payer.post(button, Map.of("action", "pay")).expect(303);
        doors.add(payer.post("/give/library", Map.of("amount", "1.00")).location());
        library.post("/business/library/send", Person.form("@payer", "3.00")).expect(303);
    }

    private void giveItAPicture() {
        String path = "/business/library/settings/picture";
        String proof = library.get("/business/library/settings").hiddenFields().get(Csrf.FIELD);
        HttpRequest.Builder request = library.request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + Upload.BOUNDARY)
                .POST(BodyPublishers.ofByteArray(
                        Upload.picture().body(List.of(Sent.of(Csrf.FIELD, proof)), "picture")));
        library.send(request).expect(303);
    }

    private String below(String url) {
        return url.substring(server.baseUrl().length());
    }

    private void furnish(Merchant merchant, Shelf shelf) {
        ObjectNode order = Merchant.order("4.00").put("description", MARKUP).put("reference", MARKUP);
        order.putObject("metadata").put(MARKUP, MARKUP);
        String path = Merchant.payPath(merchant.create(order).expect(201).json());
        doors.add(path);
        doors.add(path + "/state?seen=x");
        shelf.made(Shelf.fixed("1.00").put("description", MARKUP));
        ObjectNode open =
                Shelf.body("open").put("description", "Give what you like").put("return_url", SITE + "/return");
        shelf.made(open);
    }

    /** Ids of theirs that others can come to know, each sort once. */
    List<String> idsOf(String secret) {
        Map<String, String> ids = new LinkedHashMap<>();
        ApiClient client = ApiClient.of(server, secret);
        for (String list : List.of("transfers", "checkouts", "buttons", "events", "webhook_endpoints")) {
            gather(client.get("/api/v1/" + list).body(), ids);
        }
        String endpoint = ids.get("we");
        if (endpoint != null) {
            gather(
                    client.get("/api/v1/webhook_endpoints/" + endpoint + "/deliveries")
                            .body(),
                    ids);
        }
        return List.copyOf(ids.values());
    }

    static void gather(String body, Map<String, String> ids) {
        Matcher found = ID.matcher(body);
        while (found.find()) {
            ids.putIfAbsent(found.group(1), found.group());
        }
    }

    /** All pages that need nothing to be looked at, and what only a link leads to. */
    List<String> entrances() {
        TreeSet<String> entrances = new TreeSet<>(doors);
        entrances.addAll(List.of("/@corner-shop", "/@library", "/@payer", "/give/library"));
        server.routes().stream()
                .map(Route::pattern)
                .filter(pattern -> !pattern.contains("{") && !pattern.startsWith("/api/"))
                .forEach(entrances::add);
        return List.copyOf(entrances);
    }
}
