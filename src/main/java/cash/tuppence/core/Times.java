package cash.tuppence.core;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The time as the database keeps it. */
public final class Times {
    private Times() {}

    /** Now, cut to microseconds, so that what was written equals what is read again. */
    public static Instant now(InstantSource clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
