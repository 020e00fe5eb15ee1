package cash.tuppence.webhook.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret that we share with a merchant: {@code whsec_} and the base64 of its bytes, which are the key of
 * HMAC-SHA256 (Standard Webhooks, "Signature scheme").
 */
public final class SigningSecret {
    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    /** What the standard allows. */
    private static final int FEWEST_BYTES = 24;

    private static final int MOST_BYTES = 64;
    private static final int NEW_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    private SigningSecret(byte[] key) {
        this.key = key.clone();
    }

    /** A new one, of 256 random bits. */
    public static SigningSecret random() {
        byte[] key = new byte[NEW_BYTES];
        RANDOM.nextBytes(key);
        return new SigningSecret(key);
    }

    /** Reads {@code whsec_…}; empty where it is none, or shorter or longer than the standard allows. */
    public static Optional<SigningSecret> parse(String text) {
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            byte[] key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
            boolean allowed = key.length >= FEWEST_BYTES && key.length <= MOST_BYTES;
            return allowed ? Optional.of(new SigningSecret(key)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** From the bytes that {@link #bytes()} gave. */
    public static SigningSecret ofBytes(byte[] key) {
        return new SigningSecret(key);
    }

    /** The key itself, to be kept encrypted. */
    public byte[] bytes() {
        return key.clone();
    }

    /** As the merchant configures it. */
    public String text() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /** {@code v1,} and the base64 of the HMAC-SHA256 over those bytes. */
    public String sign(byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** As {@link #sign(byte[])}, over the text's UTF-8 bytes. */
    public String sign(String content) {
        return sign(content.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SigningSecret that && Arrays.equals(key, that.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }

    /** Says nothing of the secret, so that no log can. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
