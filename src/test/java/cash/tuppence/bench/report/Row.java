package cash.tuppence.bench.report;

import cash.tuppence.bench.load.Measured;

/**
 * A line of a table.
 *
 * @param perSecond the median of the rounds
 * @param slowest the round with the least a second
 */
public record Row(String name, double perSecond, double slowest, double fastest, long p50Micros, long p99Micros) {
    public static Row of(Measured measured) {
        return new Row(
                measured.name(),
                measured.median().perSecond(),
                measured.slowest(),
                measured.fastest(),
                measured.median().p50Micros(),
                measured.p99Micros());
    }

    String line() {
        return "%-52s %8.0f/s  (%.0f–%.0f)  p50 %.1f ms  p99 %.1f ms"
                .formatted(name, perSecond, slowest, fastest, p50Micros / 1e3, p99Micros / 1e3);
    }
}
