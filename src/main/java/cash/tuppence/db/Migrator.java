package cash.tuppence.db;

import org.flywaydb.core.Flyway;

/** Brings a database to the shape that this build needs. */
public final class Migrator {
    private final Database database;

    public Migrator(Database database) {
        this.database = database;
    }

    /** Runs the migrations that are missing and says how many there were. Several nodes may do so at once. */
    public int migrate() {
        return Flyway.configure(Migrator.class.getClassLoader())
                .dataSource(database.dataSource())
                .locations("classpath:db/migrations")
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
