package cash.tuppence.app.embedded;

import cash.tuppence.app.CannotStart;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The database that another program runs on a data folder. */
public final class RunningDatabase {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PAUSE_MILLIS = 100;

    private RunningDatabase() {}

    /**
     * How it is reached; waits while it is still starting.
     *
     * @throws CannotStart if it does not answer in time
     */
    public static DatabaseAccess of(Path dataDir) {
        DatabaseFiles files = DatabaseFiles.in(dataDir);
        long startedNanos = System.nanoTime();
        while (System.nanoTime() - startedNanos < PATIENCE.toNanos()) {
            Optional<DatabaseAccess> access = files.access().filter(DatabaseAccess::answers);
            if (access.isPresent()) {
                return access.get();
            }
            pause();
        }
        throw new CannotStart("The database of " + files.folder() + ", which another program runs, does not answer.");
    }

    private static void pause() {
        try {
            if (new CountDownLatch(1).await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counts down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while waiting for the database.", e);
        }
    }
}
