package cash.tuppence.member.factor;

import cash.tuppence.db.Tokens;
import java.security.SecureRandom;
import java.util.Locale;

/**
 * A code for the day on which the app or the passkey is gone. It carries 120 random bits, so a fast hash of it is
 * enough, and nobody can guess one.
 *
 * @param letters small ones and digits, 24 of them
 */
record RecoveryCode(String letters) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Without what is easily taken for something else: i, l, o, u. */
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final int LENGTH = 24;
    private static final int GROUP = 4;

    static RecoveryCode random() {
        StringBuilder letters = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            letters.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new RecoveryCode(letters.toString());
    }

    /** What somebody typed; spaces, hyphens and capitals do not matter. */
    static RecoveryCode typed(String text) {
        return new RecoveryCode(text.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT));
    }

    /** Whether it could be one at all. */
    boolean isWhole() {
        return letters.length() == LENGTH && letters.chars().allMatch(letter -> ALPHABET.indexOf(letter) >= 0);
    }

    byte[] hash() {
        return Tokens.sha256(letters);
    }

    /** In groups, to be read and typed. */
    String shown() {
        return letters.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }
}
