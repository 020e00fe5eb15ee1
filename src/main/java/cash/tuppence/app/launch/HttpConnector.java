package cash.tuppence.app.launch;

import cash.tuppence.app.CannotStart;
import cash.tuppence.app.config.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.apache.catalina.connector.Connector;

/** How we speak HTTP. */
final class HttpConnector {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int FIRST_JDK_WITH_VIRTUAL_THREADS = 21;
    private static final int MAX_FORM_BYTES = 1 << 20;

    private HttpConnector() {}

    static Connector of(Settings settings) {
        Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
        connector.setPort(settings.httpPort());
        connector.setURIEncoding("UTF-8");
        connector.setXpoweredBy(false);
        // Else a graceful stop could not close the listening socket before the rest.
        connector.setProperty("bindOnInit", "false");
        connector.setMaxPostSize(MAX_FORM_BYTES);
        if (isLoopbackOnly(settings)) {
            connector.setProperty("address", LOOPBACK);
        }
        connections(connector);
        threads(connector, settings.httpThreads());
        compression(connector);
        return connector;
    }

    /**
     * The port to listen on, a free one where none is given. Asked before anything is started, so that a port which is taken
     * costs no seconds of work.
     */
    static int requireFreePort(Settings settings) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address(settings));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw portTaken(settings, e);
        }
    }

    static CannotStart portTaken(Settings settings, Exception cause) {
        return new CannotStart(
                "Port " + settings.httpPort()
                        + " cannot be listened on: another program has it, or only root may. Choose another"
                        + " (--http.port=PORT, PORT with script/server).",
                cause);
    }

    private static InetSocketAddress address(Settings settings) {
        return isLoopbackOnly(settings)
                ? new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.httpPort())
                : new InetSocketAddress(settings.httpPort());
    }

    private static boolean isLoopbackOnly(Settings settings) {
        return !settings.isPublic() || settings.isDemo();
    }

    // A shop keeps one connection open to us for all its calls.
    private static void connections(Connector connector) {
        connector.setProperty("maxKeepAliveRequests", "-1");
        connector.setProperty("keepAliveTimeout", "60000");
        connector.setProperty("connectionTimeout", "20000");
        connector.setProperty("acceptCount", "1024");
    }

    private static void threads(Connector connector, int number) {
        if (Runtime.version().feature() >= FIRST_JDK_WITH_VIRTUAL_THREADS) {
            connector.setProperty("useVirtualThreads", "true");
        } else {
            connector.setProperty("maxThreads", String.valueOf(number));
            connector.setProperty("minSpareThreads", String.valueOf(number));
        }
    }

    private static void compression(Connector connector) {
        connector.setProperty("compression", "on");
        connector.setProperty("compressionMinSize", "1024");
        connector.setProperty(
                "compressibleMimeType",
                "text/html,text/plain,text/css,text/csv,text/javascript,application/javascript,application/json,"
                        + "application/problem+json,image/svg+xml");
    }
}
