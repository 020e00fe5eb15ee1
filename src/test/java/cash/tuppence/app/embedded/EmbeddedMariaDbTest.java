package cash.tuppence.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cash.tuppence.app.CannotStart;
import cash.tuppence.testing.TestMariaDb;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMariaDbTest {

    @TempDir
    Path folder;

    @Test
    void keepsWhatWasCommittedOverAStopAndAStart() throws SQLException {
        try (EmbeddedMariaDb database = start()) {
            execute(database.access(), "create table pennies (n int)", "insert into pennies values (7)");
        }
        try (EmbeddedMariaDb database = start()) {
            assertThat(ask(database.access(), "select n from pennies")).isEqualTo("7");
        }
    }

    @Test
    void isFullyDurableAndStrict() throws SQLException {
        try (EmbeddedMariaDb database = start()) {
            assertThat(ask(
                            database.access(),
                            "select concat_ws(' ', @@innodb_flush_log_at_trx_commit, if(@@log_bin, 1, 0), @@sync_binlog,"
                                    + " @@tx_isolation, @@innodb_lock_wait_timeout, @@character_set_server,"
                                    + " @@time_zone, @@sql_mode like '%STRICT_ALL_TABLES%')"))
                    .isEqualTo("1 1 1 READ-COMMITTED 1 utf8mb4 +00:00 1");
        }
    }

    @Test
    void keepsItsPasswordWhereOnlyTheOwnerReadsIt() throws Exception {
        try (EmbeddedMariaDb database = start()) {
            assertThat(database.access().password()).hasSizeGreaterThan(40);
            for (String file : new String[] {"database.properties", "database-init.sql"}) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void refusesToStartTwiceOnOneFolder() {
        try (EmbeddedMariaDb database = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("already running on the data folder " + folder);
            assertThat(database.access().answers()).isTrue();
        }
    }

    @Test
    void startsAgainUnaidedOnTheSamePortWhenItsProcessDies() throws Exception {
        try (EmbeddedMariaDb database = start()) {
            execute(database.access(), "create table pennies (n int)", "insert into pennies values (7)");
            ProcessHandle killed = ProcessHandle.of(database.pid()).orElseThrow();
            killed.destroyForcibly();
            killed.onExit().get(30, TimeUnit.SECONDS);
            awaitAnswer(database.access());
            assertThat(ask(database.access(), "select n from pennies")).isEqualTo("7");
            assertThat(database.pid()).isNotEqualTo(killed.pid());
        }
    }

    @Test
    void stopsAProcessThatAKilledProgramLeftBehind() throws Exception {
        long orphan = startOrphan();
        try (EmbeddedMariaDb database = start()) {
            assertThat(ProcessHandle.of(orphan)).isEmpty();
            assertThat(ask(database.access(), "select 1")).isEqualTo("1");
        }
    }

    private long startOrphan() {
        DatabaseFiles files = DatabaseFiles.in(folder);
        MariaDbBinaries binaries = TestMariaDb.binaries();
        SystemTables.create(binaries, files.tables(), files.log());
        DatabaseAccess access = files.prepareAccess();
        return MariaDbProcess.start(
                        new MariaDbOptions(binaries, files.tables())
                                .serve(access.port(), files.initFile(), Durability.FULL, Caches.SMALL),
                        files.log(),
                        access)
                .pid();
    }

    private EmbeddedMariaDb start() {
        return EmbeddedMariaDb.start(folder, TestMariaDb.binaries(), Durability.FULL, Caches.SMALL);
    }

    private static void awaitAnswer(DatabaseAccess access) {
        long deadlineNanos = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!access.answers()) {
            assertThat(System.nanoTime()).as("the database should answer again").isLessThan(deadlineNanos);
            Thread.onSpinWait();
        }
    }

    private static void execute(DatabaseAccess access, String... statements) throws SQLException {
        try (Connection connection = connect(access);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String ask(DatabaseAccess access, String query) throws SQLException {
        try (Connection connection = connect(access);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(DatabaseAccess access) throws SQLException {
        return DriverManager.getConnection(access.url(), access.user(), access.password());
    }
}
