package cash.tuppence.app.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** Where the data folder keeps how its database is reached, so that a second program can attach to it. */
final class AccessFile {

    private static final String PORT = "port";
    private static final String USER = "user";
    private static final String PASSWORD = "password";

    private AccessFile() {}

    static Optional<DatabaseAccess> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (Reader text = new StringReader(Files.readString(file))) {
            Properties properties = new Properties();
            properties.load(text);
            return Optional.of(new DatabaseAccess(
                    Integer.parseInt(properties.getProperty(PORT)),
                    properties.getProperty(USER),
                    properties.getProperty(PASSWORD)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, DatabaseAccess access) {
        PrivateFiles.write(
                file,
                PORT + "=" + access.port() + "\n" + USER + "=" + access.user() + "\n" + PASSWORD + "="
                        + access.password() + "\n");
    }
}
