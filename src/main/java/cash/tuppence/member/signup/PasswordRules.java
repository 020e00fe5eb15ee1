package cash.tuppence.member.signup;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a password may be: long enough and none that everybody tries first (NIST SP 800-63B, 3.1.1.2). */
final class PasswordRules {
    private static final int LEAST_CHARACTERS = 8;
    private static final int MOST_CHARACTERS = 200;

    private final Set<String> common = read();

    /**
     * @throws Refusal where it may not be
     */
    String check(String password) {
        int characters = password.codePointCount(0, password.length());
        if (characters < LEAST_CHARACTERS) {
            throw new Refusal(Reason.PASSWORD_SHORT).with(LEAST_CHARACTERS);
        }
        if (characters > MOST_CHARACTERS) {
            throw new Refusal(Reason.TOO_LONG).with(MOST_CHARACTERS);
        }
        if (common.contains(password.toLowerCase(Locale.ROOT)) || isOneCharacterOnly(password)) {
            throw new Refusal(Reason.PASSWORD_COMMON);
        }
        return password;
    }

    private static boolean isOneCharacterOnly(String password) {
        return password.codePoints().distinct().count() == 1;
    }

    private static Set<String> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                PasswordRules.class.getResourceAsStream("common-passwords.txt"), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank()).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
