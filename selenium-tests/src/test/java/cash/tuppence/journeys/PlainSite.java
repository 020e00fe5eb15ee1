package cash.tuppence.journeys;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A site of files, with no server code, under a policy of its own: any merchant's who pasted two lines. */
final class PlainSite implements AutoCloseable {
    private static final String POLICY = "default-src 'none'; script-src %s; connect-src 'self'; img-src data:";

    private final HttpServer server;

    private PlainSite(HttpServer server) {
        this.server = server;
    }

    /** With that on its one page. */
    static PlainSite with(String pasted) {
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
            serve(server, page.getBytes(StandardCharsets.UTF_8));
            return new PlainSite(server);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void serve(HttpServer server, byte[] page) {
        URI tuppence = Sites.tuppence("");
        String policy = POLICY.formatted(tuppence.getScheme() + "://" + tuppence.getAuthority());
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html;charset=utf-8");
            exchange.getResponseHeaders().add("Content-Security-Policy", policy);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/jam");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
