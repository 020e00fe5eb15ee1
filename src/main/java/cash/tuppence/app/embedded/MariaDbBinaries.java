package cash.tuppence.app.embedded;

import cash.tuppence.app.CannotStart;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An installation of MariaDB: the server's program, and the folder of its messages and system tables.
 *
 * @param base the folder above both, which the server wants to know as its {@code basedir}
 */
public record MariaDbBinaries(Path base, Path server, Path share) {

    private static final String SYSTEM_TABLES = "mariadb_system_tables.sql";

    /** The first installation among the given folders, else one on the {@code PATH}. */
    public static MariaDbBinaries find(List<Path> folders) {
        return Stream.concat(folders.stream().flatMap(MariaDbBinaries::unpackedIn), installed())
                .findFirst()
                .orElseThrow(() -> new CannotStart("No MariaDB found: neither in " + folders
                        + " nor as mariadbd on the PATH. Run script/server once, install the package mariadb-server,"
                        + " or name a database with db.url."));
    }

    private static Stream<MariaDbBinaries> unpackedIn(Path folder) {
        Path server = folder.resolve("bin").resolve("mariadbd");
        return Files.isRegularFile(server) ? of(makeExecutable(server)) : Stream.empty();
    }

    private static Stream<MariaDbBinaries> installed() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        // Distributions keep daemons in /usr/sbin, which is not on the PATH of everybody.
        return Stream.concat(Stream.of(path.split(File.pathSeparator)), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder).resolve("mariadbd"))
                .filter(Files::isExecutable)
                .flatMap(MariaDbBinaries::of);
    }

    private static Stream<MariaDbBinaries> of(Path program) {
        Path server = realPath(program);
        Path base = server.getParent().getParent();
        return Stream.of("share", "share/mysql", "share/mariadb")
                .map(base::resolve)
                .filter(share -> Files.isRegularFile(share.resolve(SYSTEM_TABLES)))
                .map(share -> new MariaDbBinaries(base, server, share))
                .limit(1);
    }

    // Archives lose the execute bit when Maven unpacks them.
    private static Path makeExecutable(Path server) {
        if (!Files.isExecutable(server) && !server.toFile().setExecutable(true)) {
            throw new CannotStart("Cannot make " + server + " executable.");
        }
        return server;
    }

    private static Path realPath(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
