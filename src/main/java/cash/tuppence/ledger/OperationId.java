package cash.tuppence.ledger;

import cash.tuppence.db.Tokens;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * What makes a posting happen once: its requester makes it before it is queued, and sending it again finds the first
 * outcome.
 */
public final class OperationId {
    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;

    private OperationId(byte[] bytes) {
        this.bytes = bytes;
    }

    /** For what nobody could send again under the same name. */
    public static OperationId random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new OperationId(bytes);
    }

    /**
     * Derived from names, so that the same request has the same id on every node and after every restart. Each name is
     * hashed with its length, so that ("ab", "c") and ("a", "bc") differ.
     */
    public static OperationId of(String... names) {
        int size = 0;
        byte[][] parts = new byte[names.length][];
        for (int i = 0; i < names.length; i++) {
            parts[i] = names[i].getBytes(StandardCharsets.UTF_8);
            size += Integer.BYTES + parts[i].length;
        }
        ByteBuffer buffer = ByteBuffer.allocate(size);
        for (byte[] part : parts) {
            buffer.putInt(part.length).put(part);
        }
        return new OperationId(Arrays.copyOf(Tokens.sha256(buffer.array()), BYTES));
    }

    /** As it was kept; 16 bytes. */
    public static OperationId ofBytes(byte[] bytes) {
        return new OperationId(bytes.clone());
    }

    /** As it is kept; 16 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OperationId that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
