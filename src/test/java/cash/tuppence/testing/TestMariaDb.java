package cash.tuppence.testing;

import cash.tuppence.app.embedded.Caches;
import cash.tuppence.app.embedded.Durability;
import cash.tuppence.app.embedded.EmbeddedMariaDb;
import cash.tuppence.app.embedded.Folders;
import cash.tuppence.app.embedded.MariaDbBinaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The one MariaDB of a test run, and the binaries it was built from. */
public final class TestMariaDb {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ROOM_BYTES = 2L << 30;

    private TestMariaDb() {}

    /** Started at the first call, stopped and removed when the JVM ends. */
    public static EmbeddedMariaDb shared() {
        return Shared.DATABASE;
    }

    /** Where Maven unpacked them, or what the system property {@code tuppence.mariadb} says. */
    public static MariaDbBinaries binaries() {
        return MariaDbBinaries.find(List.of(Path.of(System.getProperty("tuppence.mariadb", "target/mariadb"))
                .toAbsolutePath()));
    }

    private static final class Shared {
        static final EmbeddedMariaDb DATABASE = start();

        private static EmbeddedMariaDb start() {
            try {
                Path folder = Files.createTempDirectory(parent(), "tuppence-test-");
                EmbeddedMariaDb database = EmbeddedMariaDb.start(folder, binaries(), Durability.RELAXED, Caches.SMALL);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(database, folder)));
                return database;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        // Making tables waits for the disk many times over, which in memory takes a tenth of the time.
        private static Path parent() throws IOException {
            boolean roomy =
                    Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ROOM_BYTES;
            return roomy ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
        }

        private static void remove(EmbeddedMariaDb database, Path folder) {
            database.close();
            try {
                Folders.delete(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
