package cash.tuppence.member.password;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a password may be: long enough, none that everybody tries first, and none that whoever knows its owner tries
 * next. Which characters it is made of is its owner's business (NIST SP 800-63B, 3.1.1.2).
 */
public final class PasswordRules {
    static final int LEAST_CHARACTERS = 8;

    private static final int MOST_CHARACTERS = 200;
    private static final String PRODUCT = "tuppence";

    private final CommonPasswords common = new CommonPasswords(LEAST_CHARACTERS);

    /**
     * @param own what anybody may know of its owner: name, handle, e-mail address
     * @throws Refusal where it may not be
     */
    public String check(String password, String... own) {
        int characters = password.codePointCount(0, password.length());
        if (characters < LEAST_CHARACTERS) {
            throw new Refusal(Reason.PASSWORD_SHORT).with(LEAST_CHARACTERS);
        }
        if (characters > MOST_CHARACTERS) {
            throw new Refusal(Reason.TOO_LONG).with(MOST_CHARACTERS);
        }
        if (common.contains(password) || isOneCharacterOnly(password)) {
            throw new Refusal(Reason.PASSWORD_COMMON);
        }
        if (isNameOfSomething(password, own)) {
            throw new Refusal(Reason.PASSWORD_OWN);
        }
        return password;
    }

    private static boolean isOneCharacterOnly(String password) {
        return password.codePoints().distinct().count() == 1;
    }

    /** Digits and signs that somebody adds to a name make it no harder to guess. */
    private static boolean isNameOfSomething(String password, String... own) {
        String letters = letters(password);
        return Stream.concat(Stream.of(PRODUCT), Stream.of(own).flatMap(PasswordRules::names))
                .map(PasswordRules::letters)
                .filter(name -> !name.isEmpty())
                .anyMatch(letters::equals);
    }

    /** Of an address, also what stands before the {@code @}. */
    private static Stream<String> names(String own) {
        int at = own.indexOf('@');
        return at < 1 ? Stream.of(own) : Stream.of(own, own.substring(0, at));
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    }
}
