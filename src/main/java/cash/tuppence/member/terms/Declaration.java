package cash.tuppence.member.terms;

import cash.tuppence.db.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A text that people agree to, as it is shown.
 *
 * @param version such as {@code 2026-11}; a text is never changed under its version
 */
public record Declaration(Subject subject, String version, String text) {
    /** What a declaration is about. */
    public enum Subject {
        TERMS,
        ADULT
    }

    /** Which version those who come in now agree to. */
    public static final String CURRENT_VERSION = "2026-11";

    public static Declaration current(Subject subject) {
        return find(subject, CURRENT_VERSION).orElseThrow();
    }

    /** The text of that version; empty where there never was one. */
    public static Optional<Declaration> find(Subject subject, String version) {
        if (!version.matches("[0-9]{4}-[0-9]{2}")) {
            return Optional.empty();
        }
        String name = "/consent/" + subject.name().toLowerCase(Locale.ROOT) + "-" + version + ".txt";
        try (InputStream file = Declaration.class.getResourceAsStream(name)) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new Declaration(
                            subject, version, new String(file.readAllBytes(), StandardCharsets.UTF_8).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One sentence of it, or a few, to a line. */
    public List<String> lines() {
        return text.lines().toList();
    }

    byte[] hash() {
        return Tokens.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
