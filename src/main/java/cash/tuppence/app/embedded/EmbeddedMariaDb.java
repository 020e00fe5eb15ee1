package cash.tuppence.app.embedded;

import cash.tuppence.app.CannotStart;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database of a data folder, run as a process of our own. One program at a time may run it; when the process dies it is
 * started again on the same port, so that a pool of connections only has to reconnect.
 */
public final class EmbeddedMariaDb implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedMariaDb.class);
    private static final int LONGEST_PAUSE_SECONDS = 30;

    private final DatabaseFiles files;
    private final DataFolderLock lock;
    private final MariaDbBinaries binaries;
    private final Durability durability;
    private final Caches caches;
    private final DatabaseAccess access;
    private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "database-watchdog");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean stopping;
    private MariaDbProcess server;

    /** What starts the database again: at its death, or a while after it could not be started. */
    private Future<?> watch;

    private EmbeddedMariaDb(
            DatabaseFiles files, DataFolderLock lock, MariaDbBinaries binaries, Durability durability, Caches caches) {
        this.files = files;
        this.lock = lock;
        this.binaries = binaries;
        this.durability = durability;
        this.caches = caches;
        Orphans.stop(files.tables());
        SystemTables.create(binaries, files.tables(), files.log());
        this.access = files.prepareAccess();
        this.server = startServer();
    }

    /**
     * Starts the database of this folder, which is made if need be, and returns once it answers.
     *
     * @throws CannotStart if a running program has the folder, or the database does not come up
     */
    public static EmbeddedMariaDb start(Path dataDir, MariaDbBinaries binaries, Durability durability, Caches caches) {
        return tryStart(dataDir, binaries, durability, caches).orElseThrow(() -> inUse(dataDir));
    }

    /**
     * Does nothing if no program runs the database of this folder.
     *
     * @throws CannotStart if one does
     */
    public static void requireUnused(Path dataDir) {
        DatabaseFiles files = DatabaseFiles.in(dataDir);
        DataFolderLock.tryAcquire(files.folder())
                .orElseThrow(() -> inUse(dataDir))
                .close();
    }

    private static CannotStart inUse(Path dataDir) {
        return new CannotStart("Tuppence is already running on the data folder "
                + dataDir.toAbsolutePath().normalize() + ".");
    }

    /** As {@link #start}; empty if a running program has the folder. */
    public static Optional<EmbeddedMariaDb> tryStart(
            Path dataDir, MariaDbBinaries binaries, Durability durability, Caches caches) {
        DatabaseFiles files = DatabaseFiles.in(dataDir);
        return DataFolderLock.tryAcquire(files.folder()).map(lock -> start(files, lock, binaries, durability, caches));
    }

    private static EmbeddedMariaDb start(
            DatabaseFiles files, DataFolderLock lock, MariaDbBinaries binaries, Durability durability, Caches caches) {
        try {
            return new EmbeddedMariaDb(files, lock, binaries, durability, caches);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public DatabaseAccess access() {
        return access;
    }

    /** The process's number; another one after it died and was started again. */
    public synchronized long pid() {
        return server.pid();
    }

    private MariaDbProcess startServer() {
        MariaDbOptions options = new MariaDbOptions(binaries, files.tables());
        MariaDbProcess started = MariaDbProcess.start(
                options.serve(access.port(), files.initFile(), durability, caches), files.log(), access);
        watch = started.onExit().thenRunAsync(() -> revive(1), watchdog);
        return started;
    }

    private synchronized void revive(int pauseSeconds) {
        if (stopping) {
            return;
        }
        LOG.warn("The database died; starting it again");
        try {
            server = startServer();
            LOG.info("The database runs again");
        } catch (RuntimeException e) {
            LOG.error("The database does not start; trying again in {} s", pauseSeconds, e);
            int next = Math.min(pauseSeconds * 2, LONGEST_PAUSE_SECONDS);
            watch = watchdog.schedule(() -> revive(next), pauseSeconds, TimeUnit.SECONDS);
        }
    }

    /** Stops the database cleanly and gives the folder free. */
    @Override
    public void close() {
        stopping = true;
        synchronized (this) {
            server.stop();
        }
        watch.cancel(false);
        watchdog.shutdownNow();
        lock.close();
    }
}
