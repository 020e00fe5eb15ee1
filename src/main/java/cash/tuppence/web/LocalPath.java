package cash.tuppence.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Where to go on to afterwards ({@code next}): only ever one of our own paths. */
public final class LocalPath {
    private LocalPath() {}

    /** The path as it was given, or empty where it could lead anywhere else. */
    public static Optional<String> of(String given) {
        if (!given.startsWith("/") || given.startsWith("//") || given.length() > 2000 || hasOddCharacter(given)) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(given);
            boolean ours = !uri.isAbsolute()
                    && uri.getRawAuthority() == null
                    && !uri.getRawPath().contains("//")
                    && !uri.getRawPath().contains("/.")
                    && !uri.getRawPath().equals("/logout");
            return ours ? Optional.of(given) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Browsers read a backslash as a slash and drop tabs and line ends. */
    private static boolean hasOddCharacter(String given) {
        return given.chars().anyMatch(c -> c <= ' ' || c == '\\' || c >= 127);
    }
}
