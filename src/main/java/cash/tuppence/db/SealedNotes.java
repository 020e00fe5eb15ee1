package cash.tuppence.db;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;

/**
 * Notes to ourselves that a browser keeps for a while: it cannot read them, change them, or use them for anything else
 * than they were written for. Nothing has to be stored for those that never come back.
 */
public final class SealedNotes {
    private static final int LEAST_BYTES = 28;
    private static final int MOST_BYTES = 4096;

    private final SecretBox box;
    private final InstantSource clock;
    private final byte[] purpose;
    private final Duration lifetime;

    /**
     * @param purpose as no other notes of ours have it
     */
    public SealedNotes(SecretBox box, InstantSource clock, String purpose, Duration lifetime) {
        this.box = box;
        this.clock = clock;
        this.purpose = purpose.getBytes(StandardCharsets.UTF_8);
        this.lifetime = lifetime;
    }

    /**
     * @param about a key of ours, or 0
     */
    public record Note(long about, byte[] content) {}

    /** The note, sealed; other bytes each time. */
    public byte[] write(long about, byte[] content) {
        ByteBuffer plain = ByteBuffer.allocate(1 + purpose.length + 2 * Long.BYTES + content.length)
                .put((byte) purpose.length)
                .put(purpose)
                .putLong(about)
                .putLong(clock.instant().plus(lifetime).toEpochMilli())
                .put(content);
        return box.seal(plain.array());
    }

    /** What was written; empty where we did not write it, or for something else, or too long ago. */
    public Optional<Note> read(byte[] sealed) {
        if (sealed.length < LEAST_BYTES || sealed.length > MOST_BYTES) {
            return Optional.empty();
        }
        try {
            return readOpened(ByteBuffer.wrap(box.open(sealed)));
        } catch (IllegalStateException | BufferUnderflowException notOurs) {
            return Optional.empty();
        }
    }

    private Optional<Note> readOpened(ByteBuffer plain) {
        byte[] purposeGiven = take(plain, plain.get());
        long about = plain.getLong();
        Instant expiresAt = Instant.ofEpochMilli(plain.getLong());
        byte[] content = take(plain, plain.remaining());
        boolean good = Arrays.equals(purposeGiven, purpose) && clock.instant().isBefore(expiresAt);
        return good ? Optional.of(new Note(about, content)) : Optional.empty();
    }

    private static byte[] take(ByteBuffer buffer, int length) {
        byte[] bytes = new byte[Math.max(0, Math.min(length, buffer.remaining()))];
        buffer.get(bytes);
        return bytes;
    }
}
