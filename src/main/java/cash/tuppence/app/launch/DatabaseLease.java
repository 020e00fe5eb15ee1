package cash.tuppence.app.launch;

import cash.tuppence.app.CannotStart;
import cash.tuppence.app.config.SecretKeyFile;
import cash.tuppence.app.config.Setting;
import cash.tuppence.app.config.Settings;
import cash.tuppence.app.embedded.Caches;
import cash.tuppence.app.embedded.DatabaseAccess;
import cash.tuppence.app.embedded.Durability;
import cash.tuppence.app.embedded.EmbeddedMariaDb;
import cash.tuppence.app.embedded.RunningDatabase;
import java.util.Optional;

/** The use of a database: the one that the settings name, or the embedded one. What was started is stopped at the end. */
public final class DatabaseLease implements AutoCloseable {

    private final Settings settings;
    private final Optional<EmbeddedMariaDb> started;

    private DatabaseLease(Settings settings, Optional<EmbeddedMariaDb> started) {
        this.settings = settings;
        this.started = started;
    }

    /**
     * For the server, which must be alone on its data folder.
     *
     * @throws CannotStart if another one has it
     */
    static DatabaseLease forServer(Settings settings, Installation installation) {
        if (settings.databaseUrl().isPresent()) {
            return new DatabaseLease(settings, Optional.empty());
        }
        return owner(
                settings,
                EmbeddedMariaDb.start(
                        settings.dataDir(), installation.binaries(settings), Durability.FULL, caches(settings)));
    }

    /** For a command, which attaches to the database of a running server where there is one. */
    public static DatabaseLease forCommand(Settings settings, Installation installation) {
        if (settings.databaseUrl().isPresent()) {
            return new DatabaseLease(settings, Optional.empty());
        }
        return EmbeddedMariaDb.tryStart(
                        settings.dataDir(), installation.binaries(settings), Durability.FULL, caches(settings))
                .map(database -> owner(settings, database))
                .orElseGet(() -> guest(settings));
    }

    private static Caches caches(Settings settings) {
        return settings.databaseCacheMegabytes().map(Caches::ofPool).orElseGet(Caches::ofMachine);
    }

    private static DatabaseLease owner(Settings settings, EmbeddedMariaDb database) {
        return new DatabaseLease(reaching(settings, database.access()), Optional.of(database));
    }

    private static DatabaseLease guest(Settings settings) {
        return new DatabaseLease(reaching(settings, RunningDatabase.of(settings.dataDir())), Optional.empty());
    }

    private static Settings reaching(Settings settings, DatabaseAccess access) {
        Settings reaching = settings.with(Setting.DB_URL, access.url())
                .with(Setting.DB_USER, access.user())
                .with(Setting.DB_PASSWORD, access.password());
        return settings.secretKey().isPresent()
                ? reaching
                : reaching.with(Setting.SECRET_KEY, SecretKeyFile.readOrMake(settings.dataDir()));
    }

    /** With the database and the secret key in it. */
    public Settings settings() {
        return settings;
    }

    @Override
    public void close() {
        started.ifPresent(EmbeddedMariaDb::close);
    }
}
