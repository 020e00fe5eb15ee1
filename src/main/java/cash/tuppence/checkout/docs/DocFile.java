package cash.tuppence.checkout.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A file that stands beside these classes. */
final class DocFile {
    private DocFile() {}

    static String load(String file) {
        try (InputStream stream = DocFile.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("the docs lack " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
