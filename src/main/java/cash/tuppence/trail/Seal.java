package cash.tuppence.trail;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hashes rows: HMAC-SHA256 under a key of its own, derived from the server's {@code secret-key}, so that whoever can write
 * to the database cannot make a chain that holds. A row's canonical form is the form's name and all columns but the hash
 * itself, in the order of the table, each behind its length in bytes; numbers are eight bytes, times microseconds.
 */
final class Seal {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String FORM = "tuppence trail 1";

    private final SecretKeySpec key;

    /**
     * @param secretKey the server's
     */
    Seal(byte[] secretKey) {
        Mac mac = mac(new SecretKeySpec(secretKey, ALGORITHM));
        key = new SecretKeySpec(mac.doFinal(FORM.getBytes(StandardCharsets.UTF_8)), ALGORITHM);
    }

    byte[] hash(TrailRow row) {
        Mac mac = mac(key);
        add(mac, FORM);
        add(mac, row.seq());
        add(mac, ChronoUnit.MICROS.between(Instant.EPOCH, row.at()));
        add(mac, row.actorKind());
        add(mac, row.actorId());
        add(mac, row.verb());
        add(mac, row.whomId());
        add(mac, row.what());
        add(mac, row.beforeJson());
        add(mac, row.afterJson());
        add(mac, row.address());
        add(mac, row.requestId());
        add(mac, row.previousHash());
        return mac.doFinal();
    }

    private static void add(Mac mac, long number) {
        add(mac, ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    private static void add(Mac mac, String text) {
        add(mac, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void add(Mac mac, byte[] bytes) {
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        mac.update(bytes);
    }

    private static Mac mac(SecretKeySpec under) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(under);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }
}
