package cash.tuppence.member.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The passwords that people choose most, and that are therefore tried first: the hundred thousand that the library
 * nbvcxz counted in what was stolen elsewhere, the commonest first. We need its list alone.
 */
final class CommonPasswords {
    private static final String LIST = "/dictionaries/passwords.txt";

    private final Set<String> known;

    /**
     * @param leastCharacters shorter ones are refused in any case, and not worth their memory
     */
    CommonPasswords(int leastCharacters) {
        known = read(leastCharacters);
    }

    /** Capitals do not matter: whoever guesses tries them next. */
    boolean contains(String password) {
        return known.contains(form(password));
    }

    int size() {
        return known.size();
    }

    private static String form(String password) {
        return password.toLowerCase(Locale.ROOT);
    }

    private static Set<String> read(int leastCharacters) {
        try (InputStream list = CommonPasswords.class.getResourceAsStream(LIST);
                BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> line.length() >= leastCharacters)
                    .map(CommonPasswords::form)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
