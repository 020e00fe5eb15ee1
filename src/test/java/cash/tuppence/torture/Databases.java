package cash.tuppence.torture;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The processes that serve databases. */
final class Databases {
    private Databases() {}

    /**
     * As SIGKILL, whatever serves that data folder. Found by its arguments, since the next one may be starting already.
     *
     * @return whether there was one to kill
     */
    static boolean kill(Path dataDir) {
        Optional<ProcessHandle> running = ProcessHandle.allProcesses()
                .filter(process -> List.of(process.info().arguments().orElse(new String[0]))
                        .contains("--datadir=" + dataDir.resolve("database")))
                .findAny();
        return running.map(ProcessHandle::destroyForcibly).orElse(false);
    }
}
