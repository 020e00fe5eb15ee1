package cash.tuppence.core;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An id that the world may see: a prefix, our time-ordered key, and 96 random bits that make it hopeless to guess. Rows
 * are found by the key and then compared by the nonce, so that no second index is needed.
 *
 * @param prefix names what it is of, such as {@code tr_}
 * @param key the row's primary key
 * @param nonce 12 random bytes
 */
public record PublicId(String prefix, long key, byte[] nonce) {
    static final int NONCE_BYTES = 12;
    private static final int KEY_DIGITS = 11;
    private static final int NONCE_DIGITS = 17;
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(ALPHABET.length());
    private static final Pattern DIGITS = Pattern.compile("[0-9A-Za-z]{" + (KEY_DIGITS + NONCE_DIGITS) + "}");

    public PublicId {
        if (nonce.length != NONCE_BYTES || key < 0) {
            throw new IllegalArgumentException(
                    "a public id needs a key of its own and " + NONCE_BYTES + " random bytes");
        }
    }

    /** Reads what {@link #text()} wrote; empty for anything else. */
    public static Optional<PublicId> parse(String prefix, String text) {
        if (!text.startsWith(prefix)
                || !DIGITS.matcher(text.substring(prefix.length())).matches()) {
            return Optional.empty();
        }
        String digits = text.substring(prefix.length());
        BigInteger key = decode(digits.substring(0, KEY_DIGITS));
        BigInteger nonce = decode(digits.substring(KEY_DIGITS));
        if (key.bitLength() > 63 || nonce.bitLength() > NONCE_BYTES * 8) {
            return Optional.empty();
        }
        return Optional.of(new PublicId(prefix, key.longValueExact(), toBytes(nonce)));
    }

    /** As it stands in URLs and JSON: {@code tr_} and 28 letters and digits. */
    public String text() {
        int[] keyWords = {(int) (key >>> Integer.SIZE), (int) key};
        return prefix + encode(keyWords, KEY_DIGITS) + encode(words(nonce), NONCE_DIGITS);
    }

    private static int[] words(byte[] bytes) {
        int[] words = new int[bytes.length / Integer.BYTES];
        ByteBuffer.wrap(bytes).asIntBuffer().get(words);
        return words;
    }

    /** Long division, as by hand, with words for digits: ids are written too often for numbers made of objects. */
    private static String encode(int[] words, int digits) {
        char[] text = new char[digits];
        for (int i = digits - 1; i >= 0; i--) {
            long rest = 0;
            for (int w = 0; w < words.length; w++) {
                long part = (rest << Integer.SIZE) | Integer.toUnsignedLong(words[w]);
                words[w] = (int) (part / ALPHABET.length());
                rest = part % ALPHABET.length();
            }
            text[i] = ALPHABET.charAt((int) rest);
        }
        return new String(text);
    }

    private static BigInteger decode(String digits) {
        BigInteger value = BigInteger.ZERO;
        for (char digit : digits.toCharArray()) {
            value = value.multiply(BASE).add(BigInteger.valueOf(ALPHABET.indexOf(digit)));
        }
        return value;
    }

    private static byte[] toBytes(BigInteger value) {
        byte[] bytes = new byte[NONCE_BYTES];
        BigInteger rest = value;
        for (int i = NONCE_BYTES - 1; i >= 0; i--) {
            bytes[i] = rest.byteValue();
            rest = rest.shiftRight(8);
        }
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublicId that
                && key == that.key
                && prefix.equals(that.prefix)
                && Arrays.equals(nonce, that.nonce);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(key);
    }

    @Override
    public String toString() {
        return text();
    }
}
