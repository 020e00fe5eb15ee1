package cash.tuppence.core;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes primary keys that grow with time and never meet another node's: 41 bits of milliseconds since 2026, 10 bits of
 * node, 12 bits of sequence. Rows of one moment lie side by side in an index, and an id is known before its row exists.
 */
public final class KeyMaker {
    /** How many numbers there are for nodes; {@code nodes} hands them out in turn. */
    public static final int NODES = 1024;

    private static final long EPOCH_MILLIS =
            Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    private static final int SEQUENCE_BITS = 12;
    private static final int NODE_BITS = 10;

    private final SecureRandom random = new SecureRandom();
    private final AtomicLong last = new AtomicLong();
    private final InstantSource clock;
    private final long node;

    /**
     * @param node this process's number; taken modulo {@link #NODES}
     */
    public KeyMaker(InstantSource clock, long node) {
        this.clock = clock;
        this.node = Math.floorMod(node, NODES);
    }

    /** A key that this node never made before. It never goes back, even where the clock does. */
    public long next() {
        long now = Math.max(0, clock.millis() - EPOCH_MILLIS) << SEQUENCE_BITS;
        long tick = last.updateAndGet(previous -> Math.max(previous + 1, now));
        long millis = tick >>> SEQUENCE_BITS;
        long sequence = tick & ((1L << SEQUENCE_BITS) - 1);
        return (millis << (NODE_BITS + SEQUENCE_BITS)) | (node << SEQUENCE_BITS) | sequence;
    }

    /** The lowest key that any node makes at that time, to the millisecond. */
    public static long lowestAt(Instant time) {
        return (time.toEpochMilli() - EPOCH_MILLIS) << (NODE_BITS + SEQUENCE_BITS);
    }

    /** When that key was made, to the millisecond. */
    public static Instant madeAt(long key) {
        return Instant.ofEpochMilli(EPOCH_MILLIS + (key >> (NODE_BITS + SEQUENCE_BITS)));
    }

    /** A new public id with that prefix. */
    public PublicId newId(String prefix) {
        byte[] nonce = new byte[PublicId.NONCE_BYTES];
        random.nextBytes(nonce);
        return new PublicId(prefix, next(), nonce);
    }
}
