package cash.tuppence.journeys;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A site of files, with no server code, under a policy of its own: any merchant's who pasted two lines. */
final class PlainSite implements AutoCloseable {
    private static final String POLICY = "default-src 'none'; script-src %s%s; connect-src 'self'; img-src data:";

    /** Writes down on the page what its button tells it. */
    private static final String LISTEN = """
            for (const type of ["tuppence-open", "tuppence-paid", "tuppence-cancel", "tuppence-error"]) {
              addEventListener(type, ({ detail }) => {
                const heard = document.createElement("output");
                heard.dataset.test = type;
                heard.textContent = [detail.state, detail.checkout].join(" ");
                document.querySelector("main").append(heard);
              });
            }
            """;

    private final HttpServer server;

    private PlainSite(HttpServer server) {
        this.server = server;
    }

    /** With that on its one page. */
    static PlainSite with(String pasted) {
        return serving(pasted, "");
    }

    /** With that on its one page, and a small script of its own that listens to it. */
    static PlainSite listeningTo(String pasted) {
        return serving("<script type=\"module\" src=\"/listen.js\"></script>\n" + pasted, " 'self'");
    }

    private static PlainSite serving(String pasted, String moreScripts) {
        String page = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Jam</title><link rel="icon" href="data:,"></head>
            <body><main><h1>Jam</h1><p>From our own garden.</p>
            %s
            </main></body></html>
            """.formatted(pasted);
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            serve(server, page.getBytes(StandardCharsets.UTF_8), moreScripts);
            return new PlainSite(server);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void serve(HttpServer server, byte[] page, String moreScripts) {
        URI tuppence = Sites.tuppence("");
        String policy = POLICY.formatted(tuppence.getScheme() + "://" + tuppence.getAuthority(), moreScripts);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Security-Policy", policy);
            answer(exchange, "text/html", page);
        });
        byte[] script = LISTEN.getBytes(StandardCharsets.UTF_8);
        server.createContext("/listen.js", exchange -> answer(exchange, "text/javascript", script));
        server.start();
    }

    private static void answer(HttpExchange exchange, String type, byte[] content) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type + ";charset=utf-8");
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/jam");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
