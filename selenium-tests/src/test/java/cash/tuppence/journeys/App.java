package cash.tuppence.journeys;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app, as anybody has one on the phone: RFC 6238 from its own text, sharing nothing with the server. */
record App(byte[] secret) {
    private static final int HALF_A_MINUTE = 30;

    /** From the key as a page shows it: base32, in groups. */
    static App knowing(String key) {
        StringBuilder bits = new StringBuilder();
        key.replace(" ", "").chars().forEach(letter -> {
            int value = letter >= 'A' ? letter - 'A' : letter - '2' + 26;
            bits.append(Integer.toBinaryString(32 + value).substring(1));
        });
        byte[] secret = new byte[bits.length() / 8];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        return new App(secret);
    }

    String code() {
        long step = Instant.now().getEpochSecond() / HALF_A_MINUTE;
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int truncated = ByteBuffer.wrap(hash, hash[19] & 15, 4).getInt() & 0x7fffffff;
            return String.format(Locale.ROOT, "%06d", truncated % 1_000_000);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
