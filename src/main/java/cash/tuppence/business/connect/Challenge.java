package cash.tuppence.business.connect;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.db.Tokens;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * PKCE with {@code S256} (RFC 7636, 4.1 and 4.2): whoever asks keeps a verifier and shows its hash first, so that a code
 * is worth nothing to whoever else gets hold of it.
 */
final class Challenge {
    static final String METHOD = "S256";

    private static final Pattern TEXT = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    private Challenge() {}

    /**
     * The 32 bytes that such a text stands for.
     *
     * @throws Refusal where it stands for none, or is not how these are written
     */
    static byte[] parse(String text) {
        if (!TEXT.matcher(text).matches()) {
            throw new Refusal(Reason.INVALID);
        }
        byte[] hash = Base64.getUrlDecoder().decode(text);
        if (!write(hash).equals(text)) {
            throw new Refusal(Reason.INVALID);
        }
        return hash;
    }

    static String write(byte[] hash) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    static boolean isMetBy(String verifier, byte[] challenge) {
        return VERIFIER.matcher(verifier).matches() && MessageDigest.isEqual(Tokens.sha256(verifier), challenge);
    }
}
