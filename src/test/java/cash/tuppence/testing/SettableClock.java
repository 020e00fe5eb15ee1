package cash.tuppence.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until it is moved, or let go. */
public final class SettableClock implements InstantSource {
    private volatile Instant now;
    private volatile boolean running;

    public SettableClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return running ? Instant.now() : now;
    }

    /** Has it tell the machine's time from now on: for what waits, as a retry does, beside programs of others. */
    public void run() {
        running = true;
    }

    public void set(Instant instant) {
        now = instant;
    }

    public void advance(Duration duration) {
        now = now.plus(duration);
    }
}
