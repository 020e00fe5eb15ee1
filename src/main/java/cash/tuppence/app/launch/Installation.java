package cash.tuppence.app.launch;

import cash.tuppence.app.config.Settings;
import cash.tuppence.app.embedded.MariaDbBinaries;
import java.nio.file.Path;
import java.util.List;

/**
 * Where this program lies.
 *
 * @param home the WAR's content, as a folder
 */
public record Installation(Path home, Path war) {

    /** Where the operator says, else in the folder {@code mariadb} beside the WAR, else those of the system. */
    MariaDbBinaries binaries(Settings settings) {
        Path folder = settings.databaseBinaries().orElseGet(() -> war.resolveSibling("mariadb"));
        return MariaDbBinaries.find(List.of(folder.toAbsolutePath()));
    }
}
