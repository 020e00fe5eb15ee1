package cash.tuppence.member.factor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that we share with somebody's authenticator app, and the codes that both make of it (RFC 6238): six digits
 * by HMAC-SHA-1, another every half minute, as all apps can.
 */
public final class Totp {
    /** As many bytes as the hash has (RFC 4226, section 4, R6). */
    static final int SECRET_BYTES = 20;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALGORITHM = "HmacSHA1";
    private static final int STEP_SECONDS = 30;
    private static final int MODULUS = 1_000_000;
    private static final int DIGITS = 6;

    /** A clock may be half a minute off, or a code typed late. */
    private static final int STEPS_OFF = 1;

    private final byte[] secret;

    Totp(byte[] secret) {
        this.secret = secret.clone();
    }

    static Totp random() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new Totp(secret);
    }

    /** As an app shows it and takes it. */
    public static Totp ofBase32(String text) {
        return new Totp(Base32.decode(text));
    }

    byte[] secret() {
        return secret.clone();
    }

    String base32() {
        return Base32.encode(secret);
    }

    /** The number of the half minute in which that is. */
    static long step(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), STEP_SECONDS);
    }

    /** What the app shows at that time. */
    public String codeAt(Instant time) {
        return code(step(time));
    }

    /** RFC 4226, section 5.3. */
    String code(long step) {
        byte[] hash = hmac(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        int truncated = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", truncated % MODULUS);
    }

    /**
     * Of which half minute around now that code is.
     *
     * @param after only later ones count
     */
    OptionalLong stepOf(String code, Instant now, long after) {
        long middle = step(now);
        return LongStream.rangeClosed(middle - STEPS_OFF, middle + STEPS_OFF)
                .filter(step -> step > after && same(code(step), code))
                .findFirst();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] hmac(byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-1", e);
        }
    }
}
