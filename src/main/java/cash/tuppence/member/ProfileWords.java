package cash.tuppence.member;

import java.util.List;
import java.util.regex.Pattern;

/** The words by which a profile is found: those of its name and its handle. */
final class ProfileWords {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int MOST_CHARACTERS = 30;

    private ProfileWords() {}

    /** The words of a text, each once; what is longer than the table's column is cut. */
    static List<String> of(String text) {
        return BETWEEN.splitAsStream(text)
                .filter(word -> !word.isEmpty())
                .map(ProfileWords::cut)
                .distinct()
                .toList();
    }

    private static String cut(String word) {
        return word.codePointCount(0, word.length()) <= MOST_CHARACTERS
                ? word
                : word.substring(0, word.offsetByCodePoints(0, MOST_CHARACTERS));
    }
}
