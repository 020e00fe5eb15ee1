package cash.tuppence.app;

import cash.tuppence.app.config.Settings;
import cash.tuppence.core.KeyMaker;
import cash.tuppence.db.Database;
import cash.tuppence.db.DatabaseSettings;
import cash.tuppence.db.Migrator;
import cash.tuppence.db.Nodes;
import cash.tuppence.db.SecretBox;
import cash.tuppence.db.Transactions;
import cash.tuppence.trail.Trail;
import cash.tuppence.trail.TrailAudit;
import cash.tuppence.web.limit.SharedBuckets;
import java.time.InstantSource;

/** What every feature stands on: the database in the shape that this build needs, keys, the clock. */
final class Foundation implements AutoCloseable {
    private final Settings settings;
    private final InstantSource clock;
    private final Database database;
    private final Transactions transactions;
    private final KeyMaker keys;
    private final SecretBox secrets;
    private final Trail trail;

    private Foundation(
            Settings settings, InstantSource clock, Database database, Transactions transactions, KeyMaker keys) {
        this.settings = settings;
        this.clock = clock;
        this.database = database;
        this.transactions = transactions;
        this.keys = keys;
        this.secrets = new SecretBox(secretKey());
        this.trail = new Trail(secretKey(), clock);
    }

    /** Opens the database and migrates it. */
    static Foundation open(Settings settings, InstantSource clock) {
        Database database = database(settings);
        try {
            new Migrator(database).migrate();
            Transactions transactions = new Transactions(database, Mappers.all());
            return new Foundation(
                    settings, clock, database, transactions, new KeyMaker(clock, new Nodes(database).next()));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** The connections alone; the caller closes them. */
    static Database database(Settings settings) {
        return new Database(new DatabaseSettings(
                settings.databaseUrl().orElseThrow(),
                settings.databaseUser(),
                settings.databasePassword(),
                settings.databasePoolSize()));
    }

    /** The same with other settings; either may be closed, for both. */
    Foundation with(Settings changed) {
        return new Foundation(changed, clock, database, transactions, keys);
    }

    Settings settings() {
        return settings;
    }

    InstantSource clock() {
        return clock;
    }

    Database database() {
        return database;
    }

    Transactions transactions() {
        return transactions;
    }

    KeyMaker keys() {
        return keys;
    }

    SecretBox secrets() {
        return secrets;
    }

    Trail trail() {
        return trail;
    }

    /** Tries at doors, which all nodes count together. */
    SharedBuckets buckets() {
        return new SharedBuckets(transactions, secretKey(), clock);
    }

    /** Which checks that nobody touched it. */
    TrailAudit trailAudit() {
        return new TrailAudit(transactions, secretKey(), clock);
    }

    byte[] secretKey() {
        return settings.secretKey().orElseThrow();
    }

    @Override
    public void close() {
        database.close();
    }
}
