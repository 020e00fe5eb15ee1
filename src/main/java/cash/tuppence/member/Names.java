package cash.tuppence.member;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.web.PlainText;

/** What people call themselves. */
public final class Names {
    private static final int MOST_CHARACTERS = 80;

    private Names() {}

    /**
     * The name that someone chose.
     *
     * @throws Refusal where there is none, or it is too long
     */
    public static String choose(String typed) {
        String name = PlainText.line(typed, MOST_CHARACTERS);
        if (name.isEmpty()) {
            throw new Refusal(Reason.NAME_MISSING);
        }
        return name;
    }
}
