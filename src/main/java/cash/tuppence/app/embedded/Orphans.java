package cash.tuppence.app.embedded;

import cash.tuppence.app.CannotStart;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Database processes that a killed program left behind. They are stopped, not adopted: a clean stop takes a fraction of a
 * second, and afterwards every process is our own child with the options of this version.
 */
final class Orphans {

    private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);
    private static final int STOP_TIMEOUT_SECONDS = 60;

    private Orphans() {}

    /** To be called only by who holds the data folder's lock: whatever runs then has lost its owner. */
    static void stop(Path tables) {
        List<ProcessHandle> orphans = ProcessHandle.allProcesses()
                .filter(process -> serves(process, tables))
                .toList();
        for (ProcessHandle orphan : orphans) {
            LOG.info("Stopping the database process {} that an earlier run left behind", orphan.pid());
            orphan.destroy();
            CompletableFuture<ProcessHandle> exit = orphan.onExit();
            exit.completeOnTimeout(orphan, STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS)
                    .join();
            if (orphan.isAlive()) {
                throw new CannotStart("The database process " + orphan.pid()
                        + " of an earlier run does not stop. End it, then start again.");
            }
        }
    }

    // The arguments and not a pid file: numbers of processes are used again, and a file may not be written yet.
    private static boolean serves(ProcessHandle process, Path tables) {
        String wanted = MariaDbOptions.datadir(tables);
        return process.info()
                .arguments()
                .map(arguments -> List.of(arguments).contains(wanted))
                .orElse(false);
    }
}
