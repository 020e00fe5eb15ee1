package cash.tuppence.app.embedded;

import cash.tuppence.app.CannotStart;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes the tables that a MariaDB needs before its first start; what {@code mariadb-install-db} does, without a shell. */
final class SystemTables {

    // Help texts and the sys schema, which its script adds, cost most of the time and serve nobody here.
    private static final List<String> SCRIPTS = List.of(
            "mariadb_system_tables.sql",
            "mariadb_performance_tables.sql",
            "mariadb_system_tables_data.sql",
            "maria_add_gis_sp_bootstrap.sql");

    // The bootstrap reads one statement a line. Root may then log in through the socket alone.
    private static final String OPENING = "create database mysql;\nuse mysql;\nset @auth_root_socket='root';\n";

    private SystemTables() {}

    /** Does nothing if they are there. A crash half-way leaves nothing that a later start would take for whole. */
    static void create(MariaDbBinaries binaries, Path tables, Path log) {
        if (Files.isDirectory(tables)) {
            return;
        }
        Path unfinished = tables.resolveSibling(tables.getFileName() + ".unfinished");
        try {
            Folders.delete(unfinished);
            PrivateFiles.createFolder(unfinished);
            bootstrap(binaries, unfinished, log);
            Files.move(unfinished, tables);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot set up the database in " + tables, e);
        }
    }

    private static void bootstrap(MariaDbBinaries binaries, Path tables, Path log) throws IOException {
        Process process = new ProcessBuilder(new MariaDbOptions(binaries, tables).bootstrap())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try (OutputStream statements = process.getOutputStream()) {
            statements.write(OPENING.getBytes(StandardCharsets.UTF_8));
            for (String script : SCRIPTS) {
                Files.copy(binaries.share().resolve(script), statements);
            }
        } catch (IOException e) {
            throw failure(log, e);
        }
        if (Waiting.forExitOf(process) != 0) {
            throw failure(log, null);
        }
    }

    private static CannotStart failure(Path log, Throwable cause) {
        return new CannotStart("The database could not be set up; " + log + " says why.", cause);
    }
}
