package cash.tuppence.business;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a business and we share, to sign a payer's way back to its shop. It never prints itself. */
public final class RedirectSecret {
    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;

    private RedirectSecret(byte[] key) {
        this.key = key.clone();
    }

    public static RedirectSecret random() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return new RedirectSecret(key);
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static RedirectSecret parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a redirect secret begins with " + PREFIX);
        }
        return new RedirectSecret(Base64.getDecoder().decode(text.substring(PREFIX.length())));
    }

    static RedirectSecret ofBytes(byte[] key) {
        return new RedirectSecret(key);
    }

    byte[] bytes() {
        return key.clone();
    }

    /** For the business to see and keep: {@code whsec_} and base64. */
    public String text() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /** {@code v1,} and the base64 of the HMAC-SHA256 of the content's UTF-8 bytes. */
    public String sign(String content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] digest = mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
