package cash.tuppence.app.embedded;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** What the embedded database keeps in a data folder, and where. */
record DatabaseFiles(Path folder) {

    private static final int PASSWORD_BYTES = 24;

    static DatabaseFiles in(Path dataDir) {
        return new DatabaseFiles(
                PrivateFiles.createFolder(dataDir.toAbsolutePath().normalize()));
    }

    Path tables() {
        return folder.resolve("database");
    }

    Path log() {
        return folder.resolve("database.log");
    }

    Path initFile() {
        return folder.resolve("database-init.sql");
    }

    Optional<DatabaseAccess> access() {
        return AccessFile.read(folder.resolve("database.properties"));
    }

    /** Port and password are those of the last start where they can be, so that tools outside may keep them. */
    DatabaseAccess prepareAccess() {
        Optional<DatabaseAccess> last = access();
        int port = last.map(access -> FreePort.preferably(access.port())).orElseGet(FreePort::any);
        String password = last.map(DatabaseAccess::password).orElseGet(DatabaseFiles::newPassword);
        DatabaseAccess access = new DatabaseAccess(port, DatabaseAccess.USER, password);
        PrivateFiles.write(initFile(), grants(access));
        AccessFile.write(folder.resolve("database.properties"), access);
        return access;
    }

    // One statement a line, run at each start before the server listens.
    private static String grants(DatabaseAccess access) {
        String user = access.user() + "@'127.0.0.1'";
        return String.join(
                "\n",
                "set sql_log_bin=0;",
                "create user if not exists " + user + ";",
                "alter user " + user + " identified by '" + access.password() + "';",
                "grant all on *.* to " + user + " with grant option;",
                "create database if not exists " + DatabaseAccess.SCHEMA + ";",
                "");
    }

    private static String newPassword() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
