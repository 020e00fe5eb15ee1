package cash.tuppence.app.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of the server's process. */
record MariaDbOptions(MariaDbBinaries binaries, Path tables) {

    private static final String STRICT_MODE = "--sql-mode=STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_DATE,"
            + "NO_ZERO_IN_DATE,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION,ONLY_FULL_GROUP_BY";

    /** Reads statements from standard input and leaves; used once, to make the system tables. */
    List<String> bootstrap() {
        List<String> command = new ArrayList<>(common());
        command.add("--bootstrap");
        command.add("--skip-log-bin");
        return command;
    }

    List<String> serve(int port, Path initFile, Durability durability, Caches caches) {
        List<String> command = new ArrayList<>();
        // In a session of its own, or Ctrl-C at the terminal would stop it before the server has drained.
        Setsid.path().ifPresent(command::add);
        command.addAll(common());
        command.addAll(List.of(
                "--port=" + port,
                "--bind-address=127.0.0.1",
                // Relative to the tables: a socket's full path may have no more than 107 characters.
                "--socket=mariadb.sock",
                "--pid-file=mariadb.pid",
                "--init-file=" + initFile,
                // Making TLS keys at every start takes seconds, and loopback has no listener in between.
                "--skip-ssl",
                "--skip-name-resolve",
                "--server-id=1",
                "--max-connections=200",
                "--max-allowed-packet=64M",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_uca1400_ai_ci",
                "--default-time-zone=+00:00",
                "--transaction-isolation=READ-COMMITTED",
                STRICT_MODE,
                "--innodb-lock-wait-timeout=1",
                // A batch looks up hundreds of rows by key: a tenth less work for the database, measured.
                "--innodb-adaptive-hash-index=ON",
                "--local-infile=0",
                "--secure-file-priv=" + tables));
        command.addAll(durability.options());
        command.addAll(caches.options());
        return command;
    }

    private List<String> common() {
        List<String> command = new ArrayList<>(List.of(
                binaries.server().toString(),
                "--no-defaults",
                "--basedir=" + binaries.base(),
                datadir(tables),
                "--tmpdir=" + temporary(),
                "--lc-messages-dir=" + binaries.share(),
                "--character-sets-dir=" + binaries.share().resolve("charsets"),
                "--log-warnings=1"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        return command;
    }

    /** A MariaDB that starts removes all temporary tables in this folder, so no two may share one, as /tmp. */
    private Path temporary() {
        return PrivateFiles.createFolder(tables.resolveSibling("database-tmp"));
    }

    /** The option by which a running process is recognised as the one of these tables. */
    static String datadir(Path tables) {
        return "--datadir=" + tables;
    }
}
