package cash.tuppence.app.config;

import cash.tuppence.app.embedded.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The key that a data folder's stored secrets are encrypted with. Who loses it loses them. */
public final class SecretKeyFile {

    private SecretKeyFile() {}

    /** In base64; made at the first call, the same ever after. To be called by the holder of the data folder only. */
    public static String readOrMake(Path dataDir) {
        Path file = dataDir.resolve("secret-key");
        try {
            if (!Files.exists(file)) {
                PrivateFiles.write(file, newKey() + "\n");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static String newKey() {
        byte[] key = new byte[Rule.SECRET_KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
