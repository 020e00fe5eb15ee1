package cash.tuppence.torture;

import cash.tuppence.app.embedded.Caches;
import cash.tuppence.app.embedded.DatabaseAccess;
import cash.tuppence.app.embedded.Durability;
import cash.tuppence.app.embedded.EmbeddedMariaDb;
import cash.tuppence.app.embedded.RunningDatabase;
import cash.tuppence.testing.TestDatabase;
import cash.tuppence.testing.TestMariaDb;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where whole servers run: two on one database, or one with its own embedded one. */
final class Site implements AutoCloseable {
    /** Any 32 bytes, the same for both. */
    private static final String SECRET_KEY = "dG9ydHVyZS1zZWNyZXQta2V5LW9mLTMyLWJ5dGVzLSE=";

    private final Path databaseFolder;
    private final Optional<EmbeddedMariaDb> ownDatabase;
    private final List<ServerProcess> servers = new ArrayList<>();
    private final DatabaseAccess access;

    private Site(Path databaseFolder, Optional<EmbeddedMariaDb> ownDatabase, int number) throws InterruptedException {
        this.databaseFolder = databaseFolder.toAbsolutePath().normalize();
        this.ownDatabase = ownDatabase;
        for (int i = 0; i < number; i++) {
            List<String> settings =
                    ownDatabase.map(database -> settings(database.access())).orElse(List.of());
            Path folder =
                    ownDatabase.isEmpty() ? this.databaseFolder : this.databaseFolder.resolveSibling("server-" + i);
            ServerProcess server = new ServerProcess(folder, settings);
            servers.add(server);
            // One after the other: the first makes the demo's data.
            server.awaitReady();
        }
        access = ownDatabase.map(EmbeddedMariaDb::access).orElseGet(() -> RunningDatabase.of(this.databaseFolder));
    }

    /** Two servers on a database that this process started. */
    static Site ofTwoServers(Path folder) throws InterruptedException {
        Path database = folder.resolve("shared");
        return new Site(
                database,
                Optional.of(EmbeddedMariaDb.start(database, TestMariaDb.binaries(), Durability.FULL, Caches.SMALL)),
                2);
    }

    /** One server that runs its database itself. */
    static Site ofOneServer(Path folder) throws InterruptedException {
        return new Site(folder.resolve("alone"), Optional.empty(), 1);
    }

    private static List<String> settings(DatabaseAccess access) {
        return List.of(
                "--db.url=" + access.url(),
                "--db.user=" + access.user(),
                "--db.password=" + access.password(),
                "--secret-key=" + SECRET_KEY);
    }

    List<ServerProcess> servers() {
        return servers;
    }

    TestDatabase database() {
        return new TestDatabase("tuppence", access.url(), access.user(), access.password());
    }

    /** As SIGKILL; whether there was one to kill. */
    boolean killDatabase() {
        return Databases.kill(databaseFolder);
    }

    @Override
    public void close() throws InterruptedException {
        for (ServerProcess server : servers) {
            server.close();
        }
        ownDatabase.ifPresent(EmbeddedMariaDb::close);
    }
}
