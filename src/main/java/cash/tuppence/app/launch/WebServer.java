package cash.tuppence.app.launch;

import cash.tuppence.app.CannotStart;
import cash.tuppence.app.ServerSignals;
import cash.tuppence.app.config.Settings;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The embedded Tomcat with the one web application. */
final class WebServer {

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final Duration QUIET = Duration.ofMillis(250);

    private final Tomcat tomcat = new Tomcat();
    private final Drain drain = new Drain();
    private final Settings settings;
    private final Connector connector;
    private final Context context;
    private final StartFailure failure = new StartFailure();

    private WebServer(Settings settings, Path home) {
        this.settings = settings;
        this.connector = HttpConnector.of(settings);
        this.context = WebAppContext.add(tomcat, settings, home);
        context.addLifecycleListener(failure);
        connector.setThrowOnFailure(true);
        tomcat.getService().addConnector(connector);
        tomcat.getEngine().getPipeline().addValve(drain);
    }

    /**
     * Starts the web application and listens then, so that nobody is kept waiting by a server that cannot answer yet.
     *
     * @throws CannotStart if the port is taken or the application does not start
     */
    static WebServer start(Settings settings, Path home) {
        WebServer server = new WebServer(settings, home);
        try {
            server.start();
            return server;
        } catch (RuntimeException e) {
            server.destroy();
            throw e;
        }
    }

    private void start() {
        try {
            tomcat.start();
        } catch (LifecycleException e) {
            throw connector.getState().isAvailable()
                    ? new CannotStart("The server did not start: " + e.getMessage(), e)
                    : HttpConnector.portTaken(settings, e);
        }
        if (!context.getState().isAvailable()) {
            throw new CannotStart(failure.reason());
        }
    }

    int port() {
        return connector.getLocalPort();
    }

    /** Stops listening, lets what is under way finish, and stops the web application. */
    void stop() {
        context.getServletContext().setAttribute(ServerSignals.DRAINING, true);
        connector.getProtocolHandler().closeServerSocketGraceful();
        try {
            if (!drain.drain(QUIET, Duration.ofSeconds(settings.stopTimeoutSeconds()))) {
                LOG.warn("Some requests did not finish within {} s", settings.stopTimeoutSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        destroy();
    }

    private void destroy() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            LOG.error("The server did not stop cleanly", e);
        }
    }
}
