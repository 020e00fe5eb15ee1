package cash.tuppence.trail;

import java.util.Arrays;
import java.util.HexFormat;

/** A row's place in the chain. */
record Link(long seq, byte[] hash) {
    private static final int HASH_BYTES = 32;

    /** Before the first row. */
    static final Link START = new Link(0, new byte[HASH_BYTES]);

    static Link of(TrailRow row) {
        return new Link(row.seq(), row.hash());
    }

    /**
     * As {@link #text} wrote it.
     *
     * @throws IllegalArgumentException where it is something else
     */
    static Link parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("no row and hash: " + text);
        }
        return new Link(Long.parseLong(text.substring(0, colon)), HexFormat.of().parseHex(text.substring(colon + 1)));
    }

    /** For people to keep: the row's number, a colon, its hash. */
    String text() {
        return seq + ":" + HexFormat.of().formatHex(hash);
    }

    boolean is(Link other) {
        return seq == other.seq && Arrays.equals(hash, other.hash);
    }
}
