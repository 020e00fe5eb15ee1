package cash.tuppence.member;

import java.util.regex.Pattern;

/** Codes of ISO 3166-2: a country and, after a dash, one to three letters or digits. */
public final class RegionCode {
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");

    private RegionCode() {}

    /** Whether it can be one; nobody need be asked for anything else. */
    public static boolean canBe(String typed) {
        return FORM.matcher(typed).matches();
    }
}
