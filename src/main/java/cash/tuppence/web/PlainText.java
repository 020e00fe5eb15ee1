package cash.tuppence.web;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import java.text.Normalizer;
import java.util.function.IntPredicate;

/** Text that people write, made fit to keep: composed (NFC), stripped, without control characters. */
public final class PlainText {
    private PlainText() {}

    /**
     * @param mostCharacters counted as Unicode code points
     * @throws Refusal where it is too long or holds what is no text
     */
    public static String line(String typed, int mostCharacters) {
        return check(typed, mostCharacters, PlainText::isOdd);
    }

    /** As {@link #line}, with line ends, which become {@code \n}. */
    public static String lines(String typed, int mostCharacters) {
        return check(typed.replace("\r\n", "\n").replace('\r', '\n'), mostCharacters, c -> c != '\n' && isOdd(c));
    }

    private static String check(String typed, int mostCharacters, IntPredicate odd) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
        if (text.codePoints().anyMatch(odd)) {
            throw new Refusal(Reason.INVALID);
        }
        if (text.codePointCount(0, text.length()) > mostCharacters) {
            throw new Refusal(Reason.TOO_LONG).with(mostCharacters);
        }
        return text;
    }

    /** Controls, half characters, and marks that turn the direction of what follows, which can disguise a name. */
    private static boolean isOdd(int c) {
        boolean turnsDirection = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        int type = Character.getType(c);
        return Character.isISOControl(c)
                || turnsDirection
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
