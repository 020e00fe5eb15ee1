package cash.tuppence.bench.load;

import java.time.Duration;
import java.util.function.Function;

/**
 * Something that is measured beside others.
 *
 * @param run loads it that long
 */
public record Trial(String name, Function<Duration, Sample> run) {}
