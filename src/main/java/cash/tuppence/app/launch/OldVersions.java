package cash.tuppence.app.launch;

import cash.tuppence.app.embedded.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What earlier builds unpacked into the data folder. */
final class OldVersions {

    private OldVersions() {}

    /** Leaves the folder of this build alone. To be called by the holder of the data folder only. */
    static void remove(Path home) {
        try {
            for (Path folder : siblings(home)) {
                Folders.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> siblings(Path home) throws IOException {
        try (Stream<Path> folders = Files.list(home.getParent())) {
            return folders.filter(folder -> !folder.equals(home)).toList();
        }
    }
}
