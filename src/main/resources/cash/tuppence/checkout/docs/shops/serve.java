    static final Map<String, Boolean> PAID = new ConcurrentHashMap<>(); // in a real shop, a table of your database
    static final String PAGE = """
        <!doctype html><title>My shop</title><script type="module" src="@TUPPENCE@/plugin/v1/tuppence.js"></script>
        <tuppence-button create="/checkout"><form method="post" action="/checkout"><button>Pay $2.50</button></form></tuppence-button>""";

    /** Enough of JSON for a text that is no escape; any JSON library does better. */
    static String field(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":\"([^\"\\\\]*)\"").matcher(json);
        return found.find() ? found.group(1) : "";
    }

    static void settle(String news) {
        String id = field(news, "id");
        boolean isOurs = news.contains("\"amount\":{\"amount\":\"2.50\",\"currency\":\"USD\"}") && news.contains("\"livemode\":true");
        if (field(news, "type").equals("checkout.paid") && isOurs && PAID.replace(id, false, true)) { // once
            System.out.println(field(news, "reference") + " is paid");
        }
    }

    static void route(HttpExchange exchange) throws Exception {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        switch (exchange.getRequestURI().getPath()) {
            case "/checkout" -> {
                String checkout = createCheckout("order-" + UUID.randomUUID());
                PAID.put(field(checkout, "id"), false);
                String url = field(checkout, "url");
                boolean isScript = exchange.getRequestHeaders().getOrDefault("Accept", List.of()).toString().contains("application/json");
                exchange.getResponseHeaders().set("Location", url);
                answer(exchange, isScript ? 200 : 303, "{\"url\": \"" + url + "\"}");
            }
            case "/callback" -> {
                boolean isGenuine = isGenuineCallback(exchange.getRequestHeaders(), body);
                if (isGenuine) settle(body);
                answer(exchange, isGenuine ? 200 : 400, "");
            }
            case "/return" -> {
                Map<String, String> query = Stream.of(exchange.getRequestURI().getRawQuery().split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
                boolean isGenuine = isGenuineRedirect(query);
                answer(exchange, isGenuine ? 200 : 400, isGenuine ? query.get("tuppence_reference") + ": " + query.get("tuppence_state") : "forged");
            }
            default -> {
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                answer(exchange, 200, PAGE);
            }
        }
    }

    static void answer(HttpExchange exchange, int status, String text) throws IOException {
        exchange.sendResponseHeaders(status, text.isEmpty() ? -1 : text.getBytes(UTF_8).length);
        exchange.getResponseBody().write(text.getBytes(UTF_8));
        exchange.close();
    }

    public static void main(String[] arguments) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", @PORT@), 0);
        server.createContext("/", exchange -> {
            try {
                route(exchange);
            } catch (Exception fault) {
                fault.printStackTrace();
                exchange.close();
            }
        });
        server.start();
        System.out.println("My shop is ready at @SHOP@");
    }
}
