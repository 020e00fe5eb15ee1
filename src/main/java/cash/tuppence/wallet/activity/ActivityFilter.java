package cash.tuppence.wallet.activity;

import java.time.Instant;
import java.util.Optional;

/**
 * Which part of a wallet's activity is wanted.
 *
 * @param from the first moment
 * @param until the first moment that is no longer wanted
 * @param words all of which stand in the message, or in the other side's name, handle or address; empty text for any
 */
public record ActivityFilter(Optional<Instant> from, Optional<Instant> until, String words, Direction direction) {
    /** Whether cash arrives or leaves. */
    public enum Direction {
        BOTH,
        IN,
        OUT
    }

    public static final ActivityFilter ALL = new ActivityFilter(Optional.empty(), Optional.empty(), "", Direction.BOTH);
}
