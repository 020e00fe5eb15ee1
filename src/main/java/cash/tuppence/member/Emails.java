package cash.tuppence.member;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** E-mail addresses, as they are kept and compared: in small letters. */
public final class Emails {
    private static final int MOST_CHARACTERS = 254;

    /** As HTML's own check of {@code type=email}, with letters of all scripts, and a dot in the domain. */
    private static final Pattern FORM =
            Pattern.compile("[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?"
                    + "(\\.[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?)+");

    private Emails() {}

    /** The address as it is kept; empty where it can be none. */
    public static Optional<String> find(String typed) {
        String address =
                Normalizer.normalize(typed.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        boolean sane =
                address.length() <= MOST_CHARACTERS && FORM.matcher(address).matches();
        return sane ? Optional.of(address) : Optional.empty();
    }

    /**
     * @throws Refusal where it can be no address
     */
    public static String parse(String typed) {
        return find(typed).orElseThrow(() -> new Refusal(Reason.EMAIL_FORM));
    }
}
