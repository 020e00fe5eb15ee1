import com.sun.net.httpserver.*;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.*;
import java.net.http.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.security.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The Corner Shop, a small store that is paid in Tuppence. It needs JDK 17 only: `java examples/shop/Shop.java`.
 *
 * <p>The whole integration is five steps. Look for these words below:
 *
 * <ol>
 *   <li>THE BUTTON: two lines of HTML beside each product.
 *   <li>THE CHECKOUT: our server asks Tuppence for a checkout and sends the payer to its address.
 *   <li>THE WAY BACK: the payer returns by a signed address. It is a convenience, so we do not take its word for it.
 *   <li>THE CALLBACK: Tuppence tells our server, signed, perhaps more than once, perhaps late.
 *   <li>THE COMPARISON: only a checkout that agrees with our own order in everything marks that order paid, once.
 * </ol>
 *
 * Then come the order book, the signatures, the pages and a little plumbing that a web framework would have brought.
 */
public final class Shop {
    private static final String DEMO_HOST = "http://localhost:8080";

    /** These secrets stand in the demo's data alone. A real shop keeps its own out of its source. */
    private static final Map<String, String> DEFAULTS = Map.of(
            "SHOP_PORT", "8081",
            "SHOP_MODE", "live",
            "SHOP_DATA_DIR", ".data/shop",
            "TUPPENCE_URL", DEMO_HOST,
            "SHOP_SECRET_KEY", "sk_live_demo_corner_shop",
            "SHOP_REDIRECT_SECRET", "whsec_dHVwcGVuY2UtZGVtby1yZWRpcmVjdC1zZWNyZXQhIQ==",
            "SHOP_CALLBACK_SECRET", "whsec_dHVwcGVuY2UtZGVtby1jYWxsYmFjay1zZWNyZXQhIQ==");

    /** With SHOP_MODE=test the same shop takes play money; everything else about an order is compared as before. */
    private static final Map<String, String> TEST_DEFAULTS = Map.of(
            "SHOP_SECRET_KEY", "sk_test_demo_corner_shop",
            "SHOP_REDIRECT_SECRET", "whsec_dHVwcGVuY2UtZGVtby10ZXN0LXJlZGlyZWN0LS0tIQ==");

    record Product(String code, String name, String price, String words) {}

    private static final List<Product> CATALOGUE = List.of(
            new Product("tea", "A tin of tea", "2.50", "Black and brisk, for before eight in the morning."),
            new Product("bread", "A loaf of bread", "4.20", "Rye and wheat, baked at five, gone by noon."),
            new Product("postcard", "A postcard", "1.00", "Our street in the rain, by the lady from number nine."),
            new Product("sweet", "A penny sweet", "0.01", "Still a penny. Nobody takes a fee out of it."));

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final int MAX_BODY_BYTES = 64 * 1024;
    private static final String TILL_AWAY = "The till does not answer. Nothing was charged; please try again in a moment.";

    private final Map<String, String> settings;
    private final boolean live;
    private final String currency;
    private final String tuppence;
    private final String origin;
    private final OrderBook orders;

    /** One client for the life of the shop, so that one connection to Tuppence stays open between purchases. */
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    Shop(Map<String, String> settings) throws IOException {
        this.settings = settings;
        live = !settings.get("SHOP_MODE").equals("test");
        currency = live ? "USD" : "XTS";
        tuppence = settings.get("TUPPENCE_URL").replaceAll("/+$", "");
        origin = "http://127.0.0.1:" + settings.get("SHOP_PORT");
        orders = new OrderBook(Path.of(settings.get("SHOP_DATA_DIR")));
    }

    public static void main(String[] args) throws IOException {
        // Without it the JDK's server answers on a kept-alive connection 40 ms late.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Shop shop = new Shop(settings(args));
        int port = Integer.parseInt(shop.settings.get("SHOP_PORT"));
        var workers = Executors.newFixedThreadPool(16);
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 100);
        server.setExecutor(workers);
        server.createContext("/", shop::serve);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.stop(1);
            workers.shutdown();
        }));
        server.start();
        System.out.println("Corner Shop is ready at " + shop.origin);
    }

    /** A setting is SHOP_PORT=9000 in the environment, or the same as an argument, which wins. */
    private static Map<String, String> settings(String[] args) {
        Map<String, String> given = new HashMap<>(System.getenv());
        for (String arg : args) given.put(arg.replaceFirst("=.*", ""), arg.replaceFirst("[^=]*=", ""));
        Map<String, String> settings = new HashMap<>(DEFAULTS);
        if ("test".equals(given.get("SHOP_MODE"))) settings.putAll(TEST_DEFAULTS);
        settings.putAll(given);
        return settings;
    }

    private Reply route(Request request) throws IOException, InterruptedException {
        String call = request.method() + " " + request.path();
        if (call.startsWith("GET /orders/")) return orderPage(call.substring("GET /orders/".length()));
        return switch (call) {
            case "GET /" -> shelfPage();
            case "POST /checkout" -> checkout(request);
            case "GET /return" -> comeBack(request);
            case "POST /callback" -> callback(request);
            case "GET /gifts" -> file("gifts.html", "text/html");
            case "GET /shop.css" -> file("shop.css", "text/css");
            case "GET /art.svg" -> file("art.svg", "image/svg+xml");
            case "GET /healthz" -> new Reply(200, "text/plain", "ok\n");
            default -> throw new Refused(404, "There is nothing on this shelf.");
        };
    }

    // ---- 1. THE BUTTON ----------------------------------------------------------------------------------------

    /** With script, the widget posts `reference` to /checkout and goes where it is told; without, the form does. */
    private String button(Product product) {
        return """
            <tuppence-button create="/checkout" reference="%1$s"><form method="post" action="/checkout">\
            <input type="hidden" name="reference" value="%1$s"><button>Pay %2$s</button></form></tuppence-button>
            """.formatted(product.code(), price(product.price(), currency));
    }

    // ---- 2. THE CHECKOUT --------------------------------------------------------------------------------------

    /** The page says only which product. The price is ours, so nobody can edit it in a browser. */
    private Reply checkout(Request request) throws IOException, InterruptedException {
        String code = decodeForm(request.body()).getOrDefault("reference", "");
        Product product = CATALOGUE.stream()
                .filter(candidate -> candidate.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refused(422, "We do not sell that."));
        String number = newOrderNumber();
        Checkout checkout = createCheckout(number, product);
        orders.write(new Order(
                number, code, decimal(product.price()), currency, String.valueOf(live), checkout.id(), checkout.url(),
                WAITING, checkout.sequence(), 0));
        return request.header("Accept").contains("application/json")
                ? new Reply(200, "application/json", "{\"url\":" + Json.quote(checkout.url()) + "}")
                : Reply.redirect(checkout.url());
    }

    private Checkout createCheckout(String number, Product product) throws InterruptedException {
        String body = """
            {"amount": {"amount": %s, "currency": %s}, "description": %s, "reference": %s, "return_url": %s}
            """.formatted(Stream.of(product.price(), currency, product.name(), number, origin + "/return")
                .map(Json::quote)
                .toArray());
        return ask(api("/checkouts")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", number)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder api(String path) {
        return HttpRequest.newBuilder(URI.create(tuppence + "/api/v1" + path))
                .header("Authorization", "Bearer " + settings.get("SHOP_SECRET_KEY"))
                .timeout(Duration.ofSeconds(10));
    }

    private Checkout ask(HttpRequest request) throws InterruptedException {
        HttpResponse<String> answer;
        try {
            answer = send(request);
        } catch (IOException lost) {
            log("Tuppence cannot be reached: " + lost);
            throw new Refused(502, TILL_AWAY);
        }
        if (answer.statusCode() / 100 == 2) return Checkout.of(Json.parse(answer.body()));
        log("Tuppence answered " + answer.statusCode() + ": " + answer.body());
        throw new Refused(502, TILL_AWAY);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException lostAnswer) {
            // It may have been done or not. The idempotency key makes asking again safe: there is one checkout.
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    // ---- 3. THE WAY BACK --------------------------------------------------------------------------------------

    private Reply comeBack(Request request) throws IOException, InterruptedException {
        Map<String, String> query = decodeForm(request.query());
        List<String> values = Stream.of("checkout", "timestamp", "state", "amount", "currency", "reference")
                .map(name -> query.getOrDefault("tuppence_" + name, ""))
                .toList();
        String signature = query.getOrDefault("tuppence_signature", "");
        if (!isSigned(settings.get("SHOP_REDIRECT_SECRET"), String.join(".", values), signature)) {
            throw new Refused(400, "This link is not as the till made it, so we leave it alone.");
        }
        if (!isFresh(query.get("tuppence_timestamp"))) throw new Refused(400, "This link is too old to use.");
        Order order = find(query.getOrDefault("tuppence_reference", ""));
        boolean isOurs = order.checkout().equals(query.get("tuppence_checkout"))
                && order.currency().equals(query.get("tuppence_currency"))
                && order.costs(query.get("tuppence_amount"));
        if (!isOurs) throw new Refused(400, "That is not what was ordered, so we leave it alone.");
        return Reply.redirect("/orders/" + confirm(order).number());
    }

    /** Asks Tuppence itself, for when the callback is late or never comes. While Tuppence is away the order waits. */
    private Order confirm(Order order) throws IOException, InterruptedException {
        if (!order.status().equals(WAITING)) return order;
        try {
            settle(ask(api("/checkouts/" + order.checkout()).build()));
        } catch (Refused notNow) {
            log("Order " + order.number() + " waits: " + notNow.getMessage());
        }
        return find(order.number());
    }

    // ---- 4. THE CALLBACK --------------------------------------------------------------------------------------

    /**
     * A callback as Standard Webhooks specifies it. What we cannot trust is answered 400. What truly is from Tuppence
     * is answered 204, even when it does not agree with our order: hearing it again would not change that.
     */
    private Reply callback(Request request) throws IOException {
        String id = request.header("webhook-id");
        String timestamp = request.header("webhook-timestamp");
        // The body is signed as it was sent: reading it as JSON and writing it again would change it.
        String content = id + "." + timestamp + "." + request.body();
        boolean isGenuine = isSigned(settings.get("SHOP_CALLBACK_SECRET"), content, request.header("webhook-signature"));
        if (id.isBlank() || !isGenuine) throw new Refused(400, "The signature does not match.");
        if (!isFresh(timestamp)) throw new Refused(400, "The timestamp is too far from now.");
        if (!orders.hasHeard(id)) {
            Map<?, ?> event = Json.object(Json.parse(request.body()));
            if (Json.text(event, "type").startsWith("checkout.")) settle(Checkout.of(event.get("data")));
            orders.hear(id);
        }
        return new Reply(204, "text/plain", "");
    }

    // ---- 5. THE COMPARISON ------------------------------------------------------------------------------------

    /** Whoever brings the news, it counts only when it is about the very checkout, price, currency and mode. */
    private void settle(Checkout news) throws IOException {
        Optional<Order> order = orders.find(news.reference());
        if (order.isEmpty()) {
            log("Not one of our orders: " + news);
        } else if (!order.get().agreesWith(news)) {
            log("Refused, this is not what was ordered: " + news);
        } else if (orders.settle(news)) {
            log("Order " + news.reference() + " is paid. Pack the " + order.get().product() + ".");
        }
    }

    /** A checkout as Tuppence describes it. Its sequence grows with each change, so that stale news can be told. */
    record Checkout(
            String id, String url, String livemode, String state, BigDecimal amount, String currency, String reference,
            long sequence) {
        static Checkout of(Object json) {
            Map<?, ?> checkout = Json.object(json);
            Map<?, ?> money = Json.object(checkout.get("amount"));
            return new Checkout(
                    Json.text(checkout, "id"), Json.text(checkout, "url"), Json.text(checkout, "livemode"),
                    Json.text(checkout, "state"), decimal(Json.text(money, "amount")), Json.text(money, "currency"),
                    Json.text(checkout, "reference"), decimal(Json.text(checkout, "sequence")).longValueExact());
        }
    }

    private static final String WAITING = "waiting for payment";

    record Order(
            String number, String product, BigDecimal amount, String currency, String livemode, String checkout, String url,
            String status, long sequence, int timesPaid) {
        boolean agreesWith(Checkout other) {
            return checkout.equals(other.id())
                    && number.equals(other.reference())
                    && livemode.equals(other.livemode())
                    && currency.equals(other.currency())
                    && amount.compareTo(other.amount()) == 0;
        }

        boolean costs(String other) {
            return other != null && amount.compareTo(decimal(other)) == 0;
        }

        Order after(Checkout news) {
            String next = switch (news.state()) {
                case "paid", "partially_refunded" -> "paid";
                case "refunded" -> "refunded";
                case "canceled", "expired" -> "canceled";
                default -> WAITING;
            };
            int times = next.equals("paid") && timesPaid == 0 ? 1 : timesPaid;
            return new Order(
                    number, product, amount, currency, livemode, checkout, url, next, news.sequence(), times);
        }

        String toLine() {
            return Stream.of(number, product, amount, currency, livemode, checkout, url, status, sequence, timesPaid)
                    .map(String::valueOf)
                    .reduce("order", (line, field) -> line + "\t" + field);
        }

        static Order fromLine(String line) {
            String[] field = line.split("\t");
            return new Order(field[1], field[2], decimal(field[3]), field[4], field[5], field[6], field[7], field[8],
                    Long.parseLong(field[9]), Integer.parseInt(field[10]));
        }
    }

    /** Our orders: in memory, and in a journal on disk where the last line about an order holds. */
    static final class OrderBook {
        private final Map<String, Order> orders = new HashMap<>();
        private final Set<String> heard = new HashSet<>();
        private final Path journal;

        OrderBook(Path folder) throws IOException {
            journal = Files.createDirectories(folder).resolve("orders.tsv");
            String text = Files.exists(journal) ? Files.readString(journal) : "";
            // A line without an end was being written when the power went. Nobody has been told of it.
            List<String> lines = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
            lines.forEach(this::remember);
            Files.move(Files.write(folder.resolve("orders.new"), lines), journal, StandardCopyOption.REPLACE_EXISTING);
        }

        synchronized Optional<Order> find(String number) {
            return Optional.ofNullable(orders.get(number));
        }

        synchronized boolean hasHeard(String callback) {
            return heard.contains(callback);
        }

        synchronized void hear(String callback) throws IOException {
            append("heard\t" + callback);
        }

        synchronized void write(Order order) throws IOException {
            append(order.toLine());
        }

        /** Says whether this made the order paid. News that is not newer than what we know is stale and changes nothing. */
        synchronized boolean settle(Checkout news) throws IOException {
            Order order = orders.get(news.reference());
            if (news.sequence() <= order.sequence()) return false;
            Order next = order.after(news);
            append(next.toLine());
            return next.timesPaid() > order.timesPaid();
        }

        private void append(String line) throws IOException {
            // On the disk before anyone is answered: after our 204 Tuppence will not tell us again.
            Files.writeString(journal, line + "\n", StandardOpenOption.APPEND, StandardOpenOption.DSYNC);
            remember(line);
        }

        private void remember(String line) {
            if (line.startsWith("order\t")) {
                Order order = Order.fromLine(line);
                orders.put(order.number(), order);
            } else {
                heard.add(line.substring("heard\t".length()));
            }
        }
    }

    private Order find(String number) {
        return orders.find(number).orElseThrow(() -> new Refused(404, "We have no such order."));
    }

    /** It cannot be guessed, so that knowing an order's number is the permission to see that order. */
    private static String newOrderNumber() {
        byte[] random = new byte[12];
        new SecureRandom().nextBytes(random);
        return "order-" + Base64.getUrlEncoder().encodeToString(random);
    }

    // ---- Signatures -------------------------------------------------------------------------------------------

    /** There may be several signatures, while a secret is being changed; one of them has to be ours. */
    private static boolean isSigned(String secret, String content, String signatures) {
        byte[] expected = sign(secret, content).getBytes(StandardCharsets.UTF_8);
        // Compared in constant time, so that the time it takes does not tell how much of a guess was right.
        return Stream.of(signatures.split(" "))
                .anyMatch(given -> MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8)));
    }

    private static String sign(String secret, String content) {
        try {
            byte[] key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] digest = mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every JDK has HmacSHA256", missing);
        }
    }

    private static boolean isFresh(String timestamp) {
        if (timestamp == null || !timestamp.matches("[0-9]{1,12}")) return false;
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), Instant.now());
        return age.abs().compareTo(TOLERANCE) <= 0;
    }

    // ---- Pages ------------------------------------------------------------------------------------------------

    private Reply shelfPage() {
        StringBuilder shelf = new StringBuilder();
        for (Product product : CATALOGUE) {
            shelf.append("""
                <li><svg viewBox="0 0 120 90" aria-hidden="true"><use href="/art.svg#%s"/></svg>
                <h2>%s</h2><p>%s</p><strong>%s</strong>%s</li>
                """.formatted(product.code(), product.name(), product.words(), price(product.price(), currency),
                    button(product)));
        }
        String rehearsal = live ? "" : "<p>This is a rehearsal: the till takes play money only.</p>";
        return page(200, "Good morning!", """
            %s<p>Take your pick. You pay in Tuppence, and all of it reaches us.</p><ul class="shelf">%s</ul>
            """.formatted(rehearsal, shelf));
    }

    private Reply orderPage(String number) throws IOException, InterruptedException {
        Order order = confirm(find(number));
        String next = switch (order.status()) {
            case WAITING -> "<a href=\"%s\">Go to the till</a>, or <a href=\"/orders/%s\">look again</a>."
                    .formatted(escape(order.url()), number);
            case "paid" -> "Thank you! We are wrapping it already.";
            case "canceled" -> "Nothing was charged. <a href=\"/\">Back to the shelf</a>";
            default -> "Your cash is back in your wallet.";
        };
        return page(200, "Your order", """
            <dl><dt>Number</dt><dd data-test="order-number">%s</dd><dt>Price</dt><dd data-test="order-amount">%s</dd>
            <dt>Status</dt><dd class="stamp" data-test="order-status">%s</dd>
            <dt>Times marked paid</dt><dd data-test="order-times-paid">%s</dd></dl><p>%s</p>
            """.formatted(number, price(order.amount().toString(), order.currency()), order.status(),
                order.timesPaid(), next));
    }

    private Reply page(int status, String title, String body) {
        return new Reply(status, "text/html", """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s · The Corner Shop</title>
            <link rel="icon" href="/art.svg">
            <link rel="stylesheet" href="/shop.css">
            <script type="module" src="%2$s/plugin/v1/tuppence.js"></script>
            </head>
            <body>
            <header><a href="/">The Corner Shop</a><nav><a href="/">Shelf</a><a href="/gifts">Gifts</a></nav></header>
            <main><h1>%1$s</h1>%3$s</main>
            <footer>Open from seven until the bread is gone</footer>
            </body>
            </html>
            """.formatted(title, tuppence, body));
    }

    private Reply file(String name, String type) throws IOException {
        Path source = Path.of(URI.create(Shop.class.getProtectionDomain().getCodeSource().getLocation().toString()));
        // gifts.html works from any disk as it is; here it is pointed at the Tuppence that this shop was pointed at.
        return new Reply(200, type, Files.readString(source.resolveSibling(name)).replace(DEMO_HOST, tuppence));
    }

    private static String price(String amount, String currency) {
        return "$" + amount + (currency.equals("XTS") ? " in play money" : "");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    // ---- A little HTTP ----------------------------------------------------------------------------------------

    /** What we say no to, in words for whoever asked. */
    static final class Refused extends RuntimeException {
        final int status;

        Refused(int status, String words) {
            super(words);
            this.status = status;
        }
    }

    record Request(HttpExchange exchange, String body) {
        String method() {
            return exchange.getRequestMethod();
        }

        String path() {
            return exchange.getRequestURI().getPath();
        }

        String query() {
            return Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        }

        String header(String name) {
            return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
        }
    }

    record Reply(int status, String type, String body, String location) {
        Reply(int status, String type, String body) {
            this(status, type, body, "");
        }

        static Reply redirect(String location) {
            return new Reply(303, "text/plain", "", location);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES);
            answer(exchange, reply(new Request(exchange, new String(body, StandardCharsets.UTF_8))));
        }
    }

    private Reply reply(Request request) {
        try {
            return route(request);
        } catch (Refused refused) {
            return sorry(request, refused.status, refused.getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return sorry(request, 503, "We are closing. Please come back later.");
        } catch (IOException | RuntimeException fault) {
            fault.printStackTrace();
            return sorry(request, 500, "Something fell off a shelf. We are looking into it.");
        }
    }

    private Reply sorry(Request request, int status, String words) {
        boolean isForPeople = request.header("Accept").contains("text/html");
        return isForPeople
                ? page(status, "Sorry", "<p data-test=\"error\">" + words + "</p><p><a href=\"/\">Back to the shelf</a></p>")
                : new Reply(status, "application/json", "{\"error\":" + Json.quote(words) + "}");
    }

    private void answer(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", reply.type() + "; charset=utf-8");
        headers.set("Content-Security-Policy", contentSecurityPolicy());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cache-Control", "no-cache");
        if (!reply.location().isEmpty()) headers.set("Location", reply.location());
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) exchange.getResponseBody().write(body);
    }

    /** The widget needs script-src HOST and connect-src 'self' alone; form-action HOST is for payers without script. */
    private String contentSecurityPolicy() {
        String host = tuppence.replaceFirst("(?<=[^:/])/.*", "");
        return "default-src 'none'; script-src " + host + "; connect-src 'self'; form-action 'self' " + host
                + "; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    private static Map<String, String> decodeForm(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        try {
            for (String pair : text.split("&")) {
                String[] parts = pair.split("=", 2);
                String value = parts.length == 2 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "";
                fields.put(URLDecoder.decode(parts[0], StandardCharsets.UTF_8), value);
            }
        } catch (IllegalArgumentException malformed) {
            throw new Refused(400, "We cannot read that.");
        }
        return fields;
    }

    private static BigDecimal decimal(String text) {
        if (text.matches("[0-9]{1,15}(\\.[0-9]{1,6})?")) return new BigDecimal(text);
        throw new Refused(400, "That is not a number.");
    }

    private static void log(String line) {
        System.out.println("[shop] " + line);
    }

    /** Just enough to read what Tuppence says; any JSON library will do. Numbers stay text, so no cent is rounded. */
    static final class Json {
        private final String text;
        private int at;

        private Json(String text) {
            this.text = text;
        }

        static Object parse(String text) {
            Json json = new Json(text);
            Object value = json.value();
            if (json.peek() != 0) throw malformed();
            return value;
        }

        static Map<?, ?> object(Object json) {
            if (json instanceof Map<?, ?> object) return object;
            throw malformed();
        }

        static String text(Map<?, ?> object, String name) {
            return object.get(name) instanceof String text ? text : "";
        }

        static String quote(String text) {
            StringBuilder quoted = new StringBuilder("\"");
            for (char c : text.toCharArray()) {
                quoted.append(c < ' ' || c == '"' || c == '\\' ? String.format("\\u%04x", (int) c) : c);
            }
            return quoted.append('"').toString();
        }

        private Object value() {
            return switch (peek()) {
                case '{' -> object();
                case '[' -> array();
                case '"' -> string();
                default -> word();
            };
        }

        private Map<String, Object> object() {
            Map<String, Object> members = new HashMap<>();
            take('{');
            while (peek() != '}') {
                if (!members.isEmpty()) take(',');
                String name = string();
                take(':');
                members.put(name, value());
            }
            take('}');
            return members;
        }

        private List<Object> array() {
            List<Object> items = new ArrayList<>();
            take('[');
            while (peek() != ']') {
                if (!items.isEmpty()) take(',');
                items.add(value());
            }
            take(']');
            return items;
        }

        private String string() {
            StringBuilder string = new StringBuilder();
            take('"');
            for (char c = next(); c != '"'; c = next()) string.append(c == '\\' ? escaped() : c);
            return string.toString();
        }

        private char escaped() {
            char c = next();
            if (c == 'u') return (char) HexFormat.fromHexDigits("" + next() + next() + next() + next());
            int known = "bfnrt".indexOf(c);
            return known < 0 ? c : "\b\f\n\r\t".charAt(known);
        }

        private String word() {
            int start = at;
            while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) at++;
            if (at == start) throw malformed();
            return text.substring(start, at);
        }

        /** The next character after white space, or 0 at the end. */
        private char peek() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
            return at < text.length() ? text.charAt(at) : 0;
        }

        private void take(char expected) {
            if (peek() != expected) throw malformed();
            at++;
        }

        private char next() {
            if (at == text.length()) throw malformed();
            return text.charAt(at++);
        }

        private static Refused malformed() {
            return new Refused(400, "We cannot read that.");
        }
    }
}
