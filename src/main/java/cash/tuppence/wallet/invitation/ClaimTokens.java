package cash.tuppence.wallet.invitation;

import cash.tuppence.db.SecretBox;
import cash.tuppence.db.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The secret in the link to waiting cash. Whoever knows it may take the cash. */
public final class ClaimTokens {
    /** 131 random bits. */
    private static final int CHARACTERS = 22;

    private static final Pattern TOKEN = Pattern.compile("[0-9A-Za-z]{" + CHARACTERS + "}");
    private static final Pattern IN_LINK = Pattern.compile("(?:.*/claim/)?([0-9A-Za-z]{" + CHARACTERS + "})/?");

    private final SecretBox box;

    public ClaimTokens(SecretBox box) {
        this.box = box;
    }

    /** A new invitation for that address. */
    public Offer offer(String email) {
        String token = Tokens.random(CHARACTERS);
        return new Offer(Tokens.sha256(token), box.seal(token.getBytes(StandardCharsets.UTF_8)), email);
    }

    /** What stands in the link. */
    public String open(byte[] sealed) {
        return new String(box.open(sealed), StandardCharsets.UTF_8);
    }

    static boolean isToken(String text) {
        return TOKEN.matcher(text).matches();
    }

    /** The token in what somebody typed or pasted: the code with or without spaces, or the whole link. */
    public static Optional<String> in(String typed) {
        Matcher matcher = IN_LINK.matcher(typed.replaceAll("\\s", ""));
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
