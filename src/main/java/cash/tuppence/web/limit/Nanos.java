package cash.tuppence.web.limit;

import io.github.bucket4j.TimeMeter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** Our clock as Bucket4j reads it. */
public record Nanos(InstantSource clock) implements TimeMeter {
    static long of(Instant time) {
        return TimeUnit.SECONDS.toNanos(time.getEpochSecond()) + time.getNano();
    }

    @Override
    public long currentTimeNanos() {
        return of(clock.instant());
    }

    @Override
    public boolean isWallClockBased() {
        return true;
    }
}
