package cash.tuppence.app.launch;

import cash.tuppence.app.CannotStart;
import cash.tuppence.app.config.Setting;
import cash.tuppence.app.config.Settings;
import cash.tuppence.app.embedded.EmbeddedMariaDb;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server from its start to its end: the database first and last, the web application in between. */
public final class Server {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final int EXIT_STOPPED = 0;

    private final Installation installation;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Optional<DatabaseLease> database = Optional.empty();
    private Optional<WebServer> web = Optional.empty();

    public Server(Installation installation) {
        this.installation = installation;
    }

    /**
     * Serves until the process is told to stop, and does not return before.
     *
     * @throws CannotStart if it cannot begin to
     */
    public void run(Settings settings, PrintStream output) {
        requireAlone(settings);
        Settings listening = settings.with(Setting.HTTP_PORT, String.valueOf(HttpConnector.requireFreePort(settings)));
        // Registered before there is anything to stop: a signal during the start waits for it and then undoes it.
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAndLeave, "stop"));
        long startedNanos = System.nanoTime();
        Settings effective = start(listening);
        Duration took = Duration.ofNanos(System.nanoTime() - startedNanos);
        output.printf("Tuppence answers at %s (started in %.1f s)%n", effective.baseUrl(), took.toMillis() / 1000.0);
        awaitStop();
    }

    // The database would refuse as well; but then the port of the running server would be complained of first.
    private static void requireAlone(Settings settings) {
        if (settings.databaseUrl().isEmpty()) {
            EmbeddedMariaDb.requireUnused(settings.dataDir());
        }
    }

    private synchronized Settings start(Settings settings) {
        DatabaseLease lease = DatabaseLease.forServer(settings, installation);
        database = Optional.of(lease);
        try {
            OldVersions.remove(installation.home());
            web = Optional.of(WebServer.start(lease.settings(), installation.home()));
            return lease.settings();
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    private synchronized boolean stop() {
        boolean served = web.isPresent();
        web.ifPresent(WebServer::stop);
        web = Optional.empty();
        database.ifPresent(DatabaseLease::close);
        database = Optional.empty();
        return served;
    }

    // A server that was told to stop, and did, has not failed: without this the JVM would report the signal.
    private void stopAndLeave() {
        if (stop()) {
            LOG.info("Stopped");
            Runtime.getRuntime().halt(EXIT_STOPPED);
        }
    }

    private void awaitStop() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
